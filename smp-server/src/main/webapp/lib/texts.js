// Messages of the pages, one file per language. The default is Chinese whatever the browser prefers, because many
// computers of the districts have an English browser and users who read no English.
const STORAGE_KEY = "smp-language";
const CHINESE = "zh-CN";
const ENGLISH = "en";

export const language = storedLanguage() === ENGLISH ? ENGLISH : CHINESE;

let messages = {};

// Resolves when text() has its messages and the page's HTML is translated.
export const textsReady = fetch(new URL(`messages.${language}.json`, import.meta.url))
  .then((response) => response.json())
  .then((loaded) => {
    messages = loaded;
    if (language !== CHINESE) {
      translatePage();
    }
  })
  .catch(() => {}); // the HTML stays Chinese, and the next call of the API reports the failure

// Returns the message with its placeholders {name} replaced.
export function text(key, members = {}) {
  return (messages[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => String(members[name] ?? ""));
}

// Formats "2021-01-15T09:30:12+08:00" as 2021-01-15 09:30: the district's time, whatever the browser's zone.
export function formatMinute(time) {
  return time.slice(0, 16).replace("T", " ");
}

// Makes the button switch the page to the other language.
export function bindLanguageButton(button) {
  const other = language === CHINESE ? ENGLISH : CHINESE;
  button.lang = other;
  button.addEventListener("click", () => {
    storeLanguage(other);
    location.reload();
  });
}

function translatePage() {
  document.documentElement.lang = language;
  for (const translated of document.querySelectorAll("[data-text]")) {
    translated.textContent = text(translated.dataset.text);
  }
}

// localStorage throws if the browser blocks it.
function storedLanguage() {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

function storeLanguage(chosen) {
  try {
    localStorage.setItem(STORAGE_KEY, chosen);
  } catch {
    // the choice then ends with this page
  }
}
