// Builds the DOM of a pre-rendered view. Elements are created one by one, so a page that enforces
// Trusted Types needs no exception.

const SVG = "http://www.w3.org/2000/svg";
const SVG_NAMES = ["svg", "path"];
const SLOT = /\{\{(\w+)\}\}/g;

/** Returns the node for `[name, attributes, ...children]` or for a string. `values` fills its slots. */
export function tree(view, values) {
  const fill = (text) => text.replace(SLOT, (_, name) => values[name] ?? "");
  if (typeof view === "string") return document.createTextNode(fill(view));
  const [name, attributes, ...children] = view;
  const node = SVG_NAMES.includes(name)
    ? document.createElementNS(SVG, name)
    : document.createElement(name);
  for (const name in attributes) {
    // A CSP for styles blocks the attribute but allows the property.
    if (name === "style") node.style.cssText = attributes[name];
    else node.setAttribute(name, fill(attributes[name]));
  }
  node.append(...children.map((child) => tree(child, values)));
  return node;
}
