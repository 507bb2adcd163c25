// Whose page this is. Every call goes with the session's check value; a session that ended leads back to the login.
import { call } from "../lib/api.js";

const LOGIN = "login.html";
const NEVER = new Promise(() => {});
let csrf = null;

// Enters with a ticket, or with the session that is there; answers who this is.
export async function enter(ticket) {
  const session =
    ticket === null
      ? await ask("GET", "session")
      : await call("POST", "session", { headers: { Authorization: `Bearer ${ticket}` } });
  if (session.who.scope === "candidate") {
    return goTo(LOGIN);
  }
  csrf = session.csrf;
  return session;
}

// One call of the API; does not return when the session has ended, for the page is then on its way to the login.
export async function ask(method, path, json) {
  try {
    return await call(method, path, { json, headers: csrf === null ? {} : { "X-CSRF-Token": csrf } });
  } catch (fault) {
    if (fault.status === 401) {
      return goTo(fault.code === "session-expired" ? `${LOGIN}#expired` : LOGIN);
    }
    throw fault;
  }
}

export async function leave() {
  await ask("DELETE", "session");
  return goTo(LOGIN);
}

function goTo(page) {
  document.body.hidden = true;
  location.replace(page);
  return NEVER;
}

// what the browser kept of the page from before the end of a session is not shown again
addEventListener("pageshow", (event) => {
  if (event.persisted) {
    location.reload();
  }
});
