// One picture over the whole window: to the next and back, as large as it fits or at its actual size.
import { text } from "../lib/texts.js";
import { ask } from "./session.js";

const byId = (id) => document.getElementById(id);
const viewer = byId("viewer");
const picture = byId("viewer-picture");
const size = byId("viewer-size");
const before = byId("viewer-before");
const next = byId("viewer-next");
let pictures = [];
let index = 0;

// Shows the one at this index of [{address, title}].
export function openViewer(all, first) {
  pictures = all;
  actualSize(false);
  viewer.showModal();
  turnTo(first);
}

function turnTo(wanted) {
  if (wanted < 0 || wanted >= pictures.length) {
    return;
  }
  index = wanted;
  byId("viewer-fault").textContent = "";
  byId("viewer-name").textContent = pictures[index].title;
  picture.hidden = false;
  picture.alt = pictures[index].title;
  picture.src = pictures[index].address;
  before.disabled = index === 0;
  next.disabled = index === pictures.length - 1;
}

function actualSize(isActual) {
  viewer.classList.toggle("actual", isActual);
  size.setAttribute("aria-pressed", String(isActual));
}

size.addEventListener("click", () => actualSize(!viewer.classList.contains("actual")));
before.addEventListener("click", () => turnTo(index - 1));
next.addEventListener("click", () => turnTo(index + 1));
byId("viewer-close").addEventListener("click", () => viewer.close());
// the browser's way back closes it too: the page behind has gone elsewhere
addEventListener("hashchange", () => viewer.close());

viewer.addEventListener("keydown", (event) => {
  if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
    if (!viewer.classList.contains("actual")) {
      event.preventDefault();
      turnTo(index + (event.key === "ArrowLeft" ? -1 : 1));
    }
  }
});

picture.addEventListener("error", async () => {
  picture.hidden = true;
  byId("viewer-fault").textContent = text("viewer.fault");
  // an image tells no reason; when it was the session's end, this leads to the login
  await ask("GET", "session").catch(() => {});
});
