// Builds the initial content of the shadow root, into which the app draws.

import { direction } from "./language.js";

/** Returns the portal's root and, in it, the container for the first view and the app. */
export function frame(locale) {
  // Looks like the app's own skeleton. The first line is its hidden text.
  const lines = Array.from({ length: 6 }, () => element("skeleton-line"));
  const skeleton = element("skeleton", element("visually-hidden"), ...lines);
  const container = element("portal", element("gate-panel", skeleton));
  const root = element("portal-root", container);
  root.part = "root";
  root.ariaBusy = "true";
  for (const node of [root, container]) {
    node.lang = locale;
    node.dir = direction(locale);
  }
  return { root, container };
}

function element(className, ...children) {
  const node = document.createElement("div");
  node.className = className;
  node.append(...children);
  return node;
}
