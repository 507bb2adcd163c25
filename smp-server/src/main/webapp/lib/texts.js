// The words on the pages, one file per language. Chinese first and unless somebody chose otherwise, whatever the
// browser prefers: many a district's computer speaks English to people who do not.
const KEPT = "smp-language";
const CHINESE = "zh-CN";
const ENGLISH = "en";

export const language = kept() === ENGLISH ? ENGLISH : CHINESE;

let messages = {};

// Settled when text() has its words; the words that stand in the HTML are then of this language.
export const textsReady = fetch(new URL(`messages.${language}.json`, import.meta.url))
  .then((answer) => answer.json())
  .then((read) => {
    messages = read;
    if (language !== CHINESE) {
      dress();
    }
  })
  .catch(() => {}); // the Chinese words of the HTML stand, and the next call says what is wrong

// A text with its members filled in: {name}.
export function text(key, members = {}) {
  return (messages[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => String(members[name] ?? ""));
}

// "2021-01-15T09:30:12+08:00" is 2021-01-15 09:30 wherever it is read: the district's time counts.
export function minute(time) {
  return time.slice(0, 16).replace("T", " ");
}

// Makes this button, which names the other language, lead there.
export function offerOtherLanguage(button) {
  const other = language === CHINESE ? ENGLISH : CHINESE;
  button.lang = other;
  button.addEventListener("click", () => {
    keep(other);
    location.reload();
  });
}

function dress() {
  document.documentElement.lang = language;
  for (const one of document.querySelectorAll("[data-text]")) {
    one.textContent = text(one.dataset.text);
  }
}

// A browser that keeps nothing for pages throws.
function kept() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

function keep(chosen) {
  try {
    localStorage.setItem(KEPT, chosen);
  } catch {
    // then the choice lasts no longer than this page
  }
}
