// The session of this page. Every request carries its CSRF value; an expired session leads to the login page.
import { call } from "../lib/api.js";

const LOGIN = "login.html";
const NEVER = new Promise(() => {});
let csrf = null;

// Opens a session with the ticket, or takes the current one if the ticket is null; returns the session.
export async function logIn(ticket) {
  const session =
    ticket === null
      ? await request("GET", "session")
      : await call("POST", "session", { headers: { Authorization: `Bearer ${ticket}` } });
  if (session.who.scope === "candidate") {
    return redirect(LOGIN);
  }
  csrf = session.csrf;
  return session;
}

// Sends one request. If the session has ended, it redirects to the login page and never resolves.
export async function request(method, path, json) {
  try {
    return await call(method, path, { json, headers: csrf === null ? {} : { "X-CSRF-Token": csrf } });
  } catch (error) {
    if (error.status === 401) {
      return redirect(error.code === "session-expired" ? `${LOGIN}#expired` : LOGIN);
    }
    throw error;
  }
}

export async function logOut() {
  await request("DELETE", "session");
  return redirect(LOGIN);
}

function redirect(page) {
  document.body.hidden = true;
  location.replace(page);
  return NEVER;
}

// a page restored from the back/forward cache may belong to a session that has ended
addEventListener("pageshow", (event) => {
  if (event.persisted) {
    location.reload();
  }
});
