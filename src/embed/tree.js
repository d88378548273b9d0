// A view as the build wrote it. Elements are made one by one: a page that enforces Trusted Types has
// nothing to allow.

const SVG = "http://www.w3.org/2000/svg";
const SVG_NAMES = ["svg", "path"];
const SLOT = /\{\{(\w+)\}\}/g;

/** The node of `[name, attributes, ...children]` or of a text; `values` are for the slots in it. */
export function tree(view, values) {
  const fill = (text) => text.replace(SLOT, (_, name) => values[name] ?? "");
  if (typeof view === "string") return document.createTextNode(fill(view));
  const [name, attributes, ...children] = view;
  const node = SVG_NAMES.includes(name)
    ? document.createElementNS(SVG, name)
    : document.createElement(name);
  for (const name in attributes) {
    // A policy for styles refuses the attribute and allows the property.
    if (name === "style") node.style.cssText = attributes[name];
    else node.setAttribute(name, fill(attributes[name]));
  }
  node.append(...children.map((child) => tree(child, values)));
  return node;
}
