// One dossier: its messages, candidate and exam, and every material with its stamped pictures.
import { element } from "../lib/element.js";
import { formatMinute, text } from "../lib/texts.js";
import { request } from "./session.js";
import { openViewer } from "./viewer.js";

// Older messages are folded away.
const MAX_OPEN_MESSAGES = 3;

// Loads the dossier and returns its filled section.
export async function showDossier(no) {
  const dossier = await request("GET", `dossiers/${encodeURIComponent(no)}`);
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
    dossier.messages.length > 0 && messageHistory(dossier.messages),
    facts(dossier),
    element("ul", { class: "materials" }, ...dossier.materials.map((material) => materialItem(material, view))),
  );
  return section;
}

// Relative to this page, because the session's cookie is bound to this host and not to the server's public name.
function addressOf(image) {
  return new URL(`../api/v1/images/${encodeURIComponent(image.id)}`, import.meta.url).href;
}

// Newest first, as the API lists them. Older ones are folded, so that the pictures stay in sight.
function messageHistory(messages) {
  const older = messages.slice(MAX_OPEN_MESSAGES);
  return element(
    "section",
    { class: "card messages", "aria-labelledby": "messages-heading" },
    element("h3", { id: "messages-heading" }, text("messages.heading")),
    element("ul", {}, ...messages.slice(0, MAX_OPEN_MESSAGES).map(messageItem)),
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
    element("span", { class: "quiet" }, `${formatMinute(message.at)} ${text(`messages.${message.from}`)}`),
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
    material.dueAt && element("p", { class: "reason" }, text("material.due", { due: formatMinute(material.dueAt) })),
    images.length > 0 &&
      element("ul", { class: "pictures" }, ...images.map((image, index) => thumbnail(material, image, index, view))),
  );
}

// A real link, so that the browser can open it in a new tab.
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
    element("span", { class: "quiet" }, formatMinute(image.uploadedAt)),
    image.superseded && element("span", { class: "superseded" }, text("material.superseded")),
  );
}
