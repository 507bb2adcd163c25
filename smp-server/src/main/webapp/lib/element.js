// An HTML element with its attributes and children, those left out that are none (false, null, undefined). Texts are
// only ever texts: what a candidate typed is never HTML.
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    made.setAttribute(attribute, value);
  }
  made.append(...children.filter((child) => child !== false && child != null));
  return made;
}
