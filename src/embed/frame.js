// What stands in the shadow root: it is there from the start, and the app draws into it.

import { direction } from "./language.js";

/** The portal's root, and in it the container of the first view and of what the app draws. */
export function frame(locale) {
  // As the app draws it while it checks; the first line is its hidden text.
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
