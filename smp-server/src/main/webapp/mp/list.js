// The dossiers that this reviewer sees, page by page, or those that a search finds.
import { element } from "../lib/element.js";
import { minute, text } from "../lib/texts.js";
import { Fault } from "../lib/api.js";
import { ask } from "./session.js";

const byId = (id) => document.getElementById(id);
const rows = byId("dossiers").tBodies[0];
const wanted = byId("wanted");
let sought = "";
let next = null;
let asked = 0;
let loaded = false;

// The list's section; who comes back from a dossier finds the list as it was left.
export async function showList() {
  if (!loaded) {
    await begin();
  }
  return byId("list");
}

// What to go on from after a look at this dossier: its link, or the heading where it is not listed.
export function rowOf(no) {
  const links = [...rows.querySelectorAll("a")];
  return links.find((link) => link.textContent === no) ?? byId("list-heading");
}

byId("search").addEventListener("submit", (event) => {
  event.preventDefault();
  sought = wanted.value.trim();
  tell(begin);
});

// the field's own cross, or emptying it, brings the whole list back
wanted.addEventListener("input", () => {
  if (wanted.value === "" && sought !== "") {
    sought = "";
    tell(begin);
  }
});

byId("more").addEventListener("click", () => tell(() => add(next)));

async function begin() {
  byId("more-line").hidden = true;
  await add(null);
}

async function add(after) {
  const question = ++asked;
  const page = await fetchPage(after);
  if (question !== asked) {
    return;
  }
  if (after === null) {
    rows.replaceChildren();
  }
  rows.append(...page.items.map(row));
  loaded = true;
  next = page.next;
  byId("more-line").hidden = next === null;
  byId("dossiers").hidden = rows.childElementCount === 0;
  byId("empty").hidden = rows.childElementCount > 0;
  byId("empty").textContent = text(sought === "" ? "list.empty" : "search.empty", { wanted: sought });
}

function fetchPage(after) {
  if (sought !== "") {
    return ask("POST", "dossiers/search", after === null ? { text: sought } : { text: sought, after });
  }
  return ask("GET", after === null ? "dossiers" : `dossiers?after=${encodeURIComponent(after)}`);
}

async function tell(work) {
  byId("fault").textContent = "";
  byId("more").disabled = true;
  try {
    await work();
  } catch (thrown) {
    byId("fault").textContent = Fault.of(thrown).words;
  }
  byId("more").disabled = false;
}

function row(dossier) {
  const link = element("a", { href: `#dossier/${dossier.no}` }, dossier.no);
  return element(
    "tr",
    {},
    cell("dossier.no", link),
    cell("dossier.name", dossier.candidate.name),
    cell("dossier.exam", `${dossier.exam.year} ${dossier.exam.name}`),
    cell("dossier.site", `${dossier.site.name} ${dossier.site.code}`),
    cell("dossier.state", element("span", { class: `state ${dossier.state}` }, text(`state.${dossier.state}`))),
    cell("dossier.changed", minute(dossier.changedAt)),
  );
}

// on a phone the heads of the columns stand before the cells
function cell(head, content) {
  return element("td", { "data-head": text(head) }, content);
}
