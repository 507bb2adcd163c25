// The login form: opens a session with a name and a password, or shows the server's message.
import { ApiError, call } from "../lib/api.js";
import { bindLanguageButton, text, textsReady } from "../lib/texts.js";

const form = document.getElementById("login");
const fault = document.getElementById("fault");
const submit = document.getElementById("enter");
const username = document.getElementById("username");
const password = document.getElementById("password");

bindLanguageButton(document.getElementById("language"));

// registered before the first await, so that an early click cannot submit the form natively
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  await textsReady;
  showError("");
  submit.disabled = true;
  try {
    await call("POST", "session", { json: { username: username.value, password: password.value } });
    location.assign("index.html");
  } catch (thrown) {
    showError(ApiError.of(thrown).message);
    submit.disabled = false;
    password.focus();
    password.select();
  }
});

// a page restored from the back/forward cache keeps the button's state
addEventListener("pageshow", () => {
  submit.disabled = false;
});

await textsReady;
if (location.hash === "#expired") {
  history.replaceState(null, "", location.pathname);
  showError(text("login.expired"));
}

function showError(message) {
  fault.textContent = message;
}
