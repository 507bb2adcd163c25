// Shows one picture over the whole window, fitted or at its actual size, with buttons to the previous and the next.
import { text } from "../lib/texts.js";
import { request } from "./session.js";

const byId = (id) => document.getElementById(id);
const viewer = byId("viewer");
const picture = byId("viewer-picture");
const size = byId("viewer-size");
const previous = byId("viewer-before");
const next = byId("viewer-next");
let pictures = [];
let index = 0;

// Opens the viewer on pictures [{address, title}] at this index.
export function openViewer(all, first) {
  pictures = all;
  showActualSize(false);
  viewer.showModal();
  showPicture(first);
}

function showPicture(wanted) {
  if (wanted < 0 || wanted >= pictures.length) {
    return;
  }
  index = wanted;
  byId("viewer-fault").textContent = "";
  byId("viewer-name").textContent = pictures[index].title;
  picture.hidden = false;
  picture.alt = pictures[index].title;
  picture.src = pictures[index].address;
  previous.disabled = index === 0;
  next.disabled = index === pictures.length - 1;
}

function showActualSize(isActual) {
  viewer.classList.toggle("actual", isActual);
  size.setAttribute("aria-pressed", String(isActual));
}

size.addEventListener("click", () => showActualSize(!viewer.classList.contains("actual")));
previous.addEventListener("click", () => showPicture(index - 1));
next.addEventListener("click", () => showPicture(index + 1));
byId("viewer-close").addEventListener("click", () => viewer.close());
// the browser's back button changes the page behind the viewer
addEventListener("hashchange", () => viewer.close());

viewer.addEventListener("keydown", (event) => {
  if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
    if (!viewer.classList.contains("actual")) {
      event.preventDefault();
      showPicture(index + (event.key === "ArrowLeft" ? -1 : 1));
    }
  }
});

picture.addEventListener("error", async () => {
  picture.hidden = true;
  byId("viewer-fault").textContent = text("viewer.fault");
  // an img element gives no reason; if the session has ended, this request redirects to the login page
  await request("GET", "session").catch(() => {});
});
