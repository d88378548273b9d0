// What surrounds the app's code in its script. A browser evaluates it once for the page; each portal
// calls `instance` and has the app's variables, and thereby its memory, to itself.

// The code has no `import.meta` of its own.
const scriptUrl = import.meta.url;

// The app's code asks with `instanceof` what a node is. A node of another window is no instance of
// this window's classes, so these stand in for them and look at the node itself.
const kind = (matches) => ({ [Symbol.hasInstance]: (value) => Boolean(value) && matches(value) });
const isElement = ({ nodeType }) => nodeType === 1;
const isHtml = ({ namespaceURI }) => namespaceURI === "http://www.w3.org/1999/xhtml";
const EventTarget = kind(({ addEventListener }) => typeof addEventListener === "function");
const Node = kind(({ nodeType }) => nodeType > 0);
const ShadowRoot = kind(({ nodeType, host }) => nodeType === 11 && Boolean(host));
const Element = kind(isElement);
const HTMLElement = kind((value) => isElement(value) && isHtml(value));
const HTMLAnchorElement = kind((value) => isHtml(value) && value.localName === "a");

// One policy for the page: a second one of the same name would be refused. It lets everything through
// because nothing but the app's own views comes this way: no text that somebody wrote does.
const policy = htmlPolicy();
const trustedHtml = (html) => policy?.createHTML(html) ?? html;

function htmlPolicy() {
  try {
    return globalThis.trustedTypes?.createPolicy("partner-portal", { createHTML: (html) => html });
  } catch {
    // The page does not allow the name. Where it does not enforce the types either, nothing is lost;
    // where it does, this says so now, and not in the middle of a view.
    document.createElement("template").innerHTML = "<br>";
    return undefined;
  }
}

/** The exports of running.js, on an instance of their own. */
export function instance() {
  let app; // The app's code.
  return app;
}
