// One dossier: what was said of it, who, which exam, and every material with its stamped pictures.
import { element } from "../lib/element.js";
import { minute, text } from "../lib/texts.js";
import { ask } from "./session.js";
import { openViewer } from "./viewer.js";

// So many messages stand there at once.
const SHOWN = 3;

// The dossier's section, filled anew.
export async function showDossier(no) {
  const dossier = await ask("GET", `dossiers/${encodeURIComponent(no)}`);
  const pictures = dossier.materials.flatMap((material) =>
    material.images.map((image, index) => ({
      id: image.id,
      address: addressOf(image),
      title: text("viewer.title", { name: material.name, index: index + 1, count: material.images.length }),
    })),
  );
  const view = (image) => openViewer(pictures, pictures.findIndex((picture) => picture.id === image.id));
  const section = document.getElementById("dossier");
  section.replaceChildren(
    element(
      "div",
      { class: "heading" },
      element("h2", { id: "dossier-heading", tabindex: "-1" }, `${dossier.candidate.name} ${dossier.no}`),
      element("span", { class: `state ${dossier.state}` }, text(`state.${dossier.state}`)),
      dossier.overdue && element("span", { class: "overdue" }, text("dossier.overdue")),
    ),
    dossier.messages.length > 0 && history(dossier.messages),
    facts(dossier),
    element("ul", { class: "materials" }, ...dossier.materials.map((material) => materialItem(material, view))),
  );
  return section;
}

// Below this page's own server, whatever name the server has for others: the session counts here alone.
function addressOf(image) {
  return new URL(`../api/v1/images/${encodeURIComponent(image.id)}`, import.meta.url).href;
}

// Newest first, as they come; older ones behind a click, so that the pictures stay near.
function history(messages) {
  const older = messages.slice(SHOWN);
  return element(
    "section",
    { class: "card messages", "aria-labelledby": "messages-heading" },
    element("h3", { id: "messages-heading" }, text("messages.heading")),
    element("ul", {}, ...messages.slice(0, SHOWN).map(messageItem)),
    older.length > 0 &&
      element(
        "details",
        {},
        element("summary", {}, text("messages.older", { count: older.length })),
        element("ul", {}, ...older.map(messageItem)),
      ),
  );
}

function messageItem(message) {
  return element(
    "li",
    {},
    element("span", { class: "quiet" }, `${minute(message.at)} ${text(`messages.${message.from}`)}`),
    element("p", {}, message.text),
  );
}

function facts(dossier) {
  const { exam, site, candidate } = dossier;
  const lines = [
    ["dossier.exam", `${exam.year} ${exam.name}`],
    ["dossier.site", `${site.name} ${site.code}`],
    ["dossier.id", [candidate.idType, candidate.idNumber].filter(Boolean).join(" ")],
    ["dossier.phone", candidate.phone],
  ].filter(([, value]) => value);
  return element(
    "dl",
    { class: "card facts" },
    ...lines.map(([name, value]) =>
      element("div", {}, element("dt", {}, text(name)), element("dd", {}, value)),
    ),
  );
}

function materialItem(material, view) {
  const { images } = material;
  return element(
    "li",
    { class: images.length === 0 ? "card material blank" : "card material", "data-code": material.code },
    element(
      "div",
      { class: "heading" },
      element("h3", {}, material.name),
      material.required && element("span", { class: "required" }, text("material.required")),
      element("span", { class: "quiet" }, text(`material.${material.state}`)),
      images.length > 0 && element("span", { class: "quiet" }, text("material.count", { count: images.length })),
    ),
    material.returnReason &&
      element("p", { class: "reason" }, text("material.reason", { reason: material.returnReason })),
    material.dueAt && element("p", { class: "reason" }, text("material.due", { due: minute(material.dueAt) })),
    images.length > 0 &&
      element("ul", { class: "pictures" }, ...images.map((image, index) => thumbnail(material, image, index, view))),
  );
}

// A true link, so that it opens in a window of its own too.
function thumbnail(material, image, index, view) {
  const address = addressOf(image);
  const name = text("material.picture", { name: material.name, index: index + 1 });
  const link = element("a", { href: address }, element("img", { src: `${address}/thumbnail`, alt: name, loading: "lazy" }));
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    view(image);
  });
  return element(
    "li",
    {},
    link,
    element("span", { class: "quiet" }, minute(image.uploadedAt)),
    image.superseded && element("span", { class: "superseded" }, text("material.superseded")),
  );
}
