// The reviewer's page: a ticket or a session opens it; it shows the list, or one dossier, as the fragment says.
import { takeTicket } from "./ticket.js";
import { enter, leave } from "./session.js";
import { showDossier } from "./dossier.js";
import { rowOf, showList } from "./list.js";
import { offerOtherLanguage, text, textsReady } from "../lib/texts.js";
import { Fault } from "../lib/api.js";

const ticket = takeTicket();
const DOSSIER = "#dossier/";
const byId = (id) => document.getElementById(id);
const leaveButton = byId("leave");
let steps = 0;
let seen = null;

offerOtherLanguage(byId("language"));

async function open() {
  try {
    const { who } = await enter(ticket);
    introduce(who);
    if (who.scope === "keeper") {
      loading(false);
      byId("keeper").hidden = false;
      return;
    }
    addEventListener("hashchange", show);
    await show();
  } catch (thrown) {
    loading(false);
    fault(thrown);
    byId("again").hidden = ticket === null;
  }
}

function introduce(who) {
  const role = who.scope === "keeper" ? text("role.keeper") : text(`role.${who.role}`, { site: who.site });
  byId("who").textContent = `${who.name} · ${role}`;
  byId("who").hidden = false;
  leaveButton.hidden = false;
}

leaveButton.addEventListener("click", async () => {
  leaveButton.disabled = true;
  try {
    await leave();
  } catch (thrown) {
    fault(thrown);
    leaveButton.disabled = false;
  }
});

async function show() {
  // MP's jump into a page that is open already
  if (location.hash.startsWith("#ticket=")) {
    location.reload();
    return;
  }
  const step = ++steps;
  const no = location.hash.startsWith(DOSSIER) ? location.hash.slice(DOSSIER.length) : null;
  // also where that dossier was left before it was there
  const from = seen;
  seen = no;
  fault(null);
  byId("list").hidden = true;
  byId("dossier").hidden = true;
  byId("back").hidden = no === null;
  loading(true);
  try {
    const section = await (no === null ? showList() : showDossier(no));
    if (step === steps) {
      section.hidden = false;
      (no === null ? rowOf(from) : section.querySelector("h2")).focus();
    }
  } catch (thrown) {
    if (step === steps) {
      fault(thrown);
    }
  }
  if (step === steps) {
    loading(false);
  }
}

function loading(isLoading) {
  byId("loading").hidden = !isLoading;
}

function fault(thrown) {
  byId("fault").textContent = thrown === null ? "" : Fault.of(thrown).words;
}

await textsReady;
await open();
