// Creates an HTML element with attributes and children; children that are false, null or undefined are skipped.
// Strings become text nodes, so that user input is never parsed as HTML.
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    made.setAttribute(attribute, value);
  }
  made.append(...children.filter((child) => child !== false && child != null));
  return made;
}
