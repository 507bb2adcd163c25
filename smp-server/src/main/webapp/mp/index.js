// The reviewer's page. A ticket or a session opens it; the fragment selects the list or one dossier.
import { takeTicket } from "./ticket.js";
import { logIn, logOut } from "./session.js";
import { showDossier } from "./dossier.js";
import { linkOf, showList } from "./list.js";
import { bindLanguageButton, text, textsReady } from "../lib/texts.js";
import { ApiError } from "../lib/api.js";

const ticket = takeTicket();
const DOSSIER = "#dossier/";
const byId = (id) => document.getElementById(id);
const logOutButton = byId("leave");
let navigations = 0;
let openDossier = null;

bindLanguageButton(byId("language"));

async function open() {
  try {
    const { who } = await logIn(ticket);
    showUser(who);
    if (who.scope === "keeper") {
      showLoading(false);
      byId("keeper").hidden = false;
      return;
    }
    addEventListener("hashchange", show);
    await show();
  } catch (thrown) {
    showLoading(false);
    showError(thrown);
    byId("again").hidden = ticket === null;
  }
}

function showUser(who) {
  const role = who.scope === "keeper" ? text("role.keeper") : text(`role.${who.role}`, { site: who.site });
  byId("who").textContent = `${who.name} · ${role}`;
  byId("who").hidden = false;
  logOutButton.hidden = false;
}

logOutButton.addEventListener("click", async () => {
  logOutButton.disabled = true;
  try {
    await logOut();
  } catch (thrown) {
    showError(thrown);
    logOutButton.disabled = false;
  }
});

async function show() {
  // MP's link with a ticket was opened in a page that is already loaded
  if (location.hash.startsWith("#ticket=")) {
    location.reload();
    return;
  }
  const navigation = ++navigations;
  const no = location.hash.startsWith(DOSSIER) ? location.hash.slice(DOSSIER.length) : null;
  // set before loading, so that it is right even if the user goes back before the dossier has loaded
  const previous = openDossier;
  openDossier = no;
  showError(null);
  byId("list").hidden = true;
  byId("dossier").hidden = true;
  byId("back").hidden = no === null;
  showLoading(true);
  try {
    const section = await (no === null ? showList() : showDossier(no));
    if (navigation === navigations) {
      section.hidden = false;
      (no === null ? linkOf(previous) : section.querySelector("h2")).focus();
    }
  } catch (thrown) {
    if (navigation === navigations) {
      showError(thrown);
    }
  }
  if (navigation === navigations) {
    showLoading(false);
  }
}

function showLoading(isLoading) {
  byId("loading").hidden = !isLoading;
}

function showError(thrown) {
  byId("fault").textContent = thrown === null ? "" : ApiError.of(thrown).message;
}

await textsReady;
await open();
