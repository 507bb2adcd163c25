// The login form: a name and a password become a session, or the server's own words say why not.
import { call, Fault } from "../lib/api.js";
import { offerOtherLanguage, text, textsReady } from "../lib/texts.js";

const form = document.getElementById("login");
const fault = document.getElementById("fault");
const enter = document.getElementById("enter");
const username = document.getElementById("username");
const password = document.getElementById("password");

offerOtherLanguage(document.getElementById("language"));

// before anything is waited for, so that not even a fast hand sends the form past it
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  await textsReady;
  say("");
  enter.disabled = true;
  try {
    await call("POST", "session", { json: { username: username.value, password: password.value } });
    location.assign("index.html");
  } catch (thrown) {
    say(Fault.of(thrown).words);
    enter.disabled = false;
    password.focus();
    password.select();
  }
});

// a page that the browser kept as it was must not come back with its button off
addEventListener("pageshow", () => {
  enter.disabled = false;
});

await textsReady;
if (location.hash === "#expired") {
  history.replaceState(null, "", location.pathname);
  say(text("login.expired"));
}

function say(words) {
  fault.textContent = words;
}
