// The dossiers that this reviewer may see, page by page, or the results of a search.
import { element } from "../lib/element.js";
import { formatMinute, text } from "../lib/texts.js";
import { ApiError } from "../lib/api.js";
import { request } from "./session.js";

const byId = (id) => document.getElementById(id);
const rows = byId("dossiers").tBodies[0];
const searchField = byId("wanted");
let searchText = "";
let next = null;
let requests = 0;
let loaded = false;

// Returns the list's section. It loads once, so that a user who comes back from a dossier finds it unchanged.
export async function showList() {
  if (!loaded) {
    await loadFirstPage();
  }
  return byId("list");
}

// Returns the element that takes the focus after this dossier: its link, or the heading if it is not listed.
export function linkOf(no) {
  const links = [...rows.querySelectorAll("a")];
  return links.find((link) => link.textContent === no) ?? byId("list-heading");
}

byId("search").addEventListener("submit", (event) => {
  event.preventDefault();
  searchText = searchField.value.trim();
  showErrorsOf(loadFirstPage);
});

// clearing the field shows the whole list again
searchField.addEventListener("input", () => {
  if (searchField.value === "" && searchText !== "") {
    searchText = "";
    showErrorsOf(loadFirstPage);
  }
});

byId("more").addEventListener("click", () => showErrorsOf(() => addPage(next)));

async function loadFirstPage() {
  byId("more-line").hidden = true;
  await addPage(null);
}

async function addPage(after) {
  const thisRequest = ++requests;
  const page = await fetchPage(after);
  if (thisRequest !== requests) {
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
  byId("empty").textContent = text(searchText === "" ? "list.empty" : "search.empty", { wanted: searchText });
}

function fetchPage(after) {
  if (searchText !== "") {
    return request("POST", "dossiers/search", after === null ? { text: searchText } : { text: searchText, after });
  }
  return request("GET", after === null ? "dossiers" : `dossiers?after=${encodeURIComponent(after)}`);
}

async function showErrorsOf(work) {
  byId("fault").textContent = "";
  byId("more").disabled = true;
  try {
    await work();
  } catch (thrown) {
    byId("fault").textContent = ApiError.of(thrown).message;
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
    cell("dossier.changed", formatMinute(dossier.changedAt)),
  );
}

// the style sheet shows the column's head before the cell on a narrow screen
function cell(head, content) {
  return element("td", { "data-head": text(head) }, content);
}
