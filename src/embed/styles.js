// The style sheet, inside the shadow root: it neither leaks out nor does the shell's leak in.

import { asset } from "./assets.js";

// A portal without its styles can be used; one that waits for them for ever cannot.
const PATIENCE_MS = 3000;

/** The links to put into the shadow root, and when waiting for the first view's is over. */
export function loadStyles(signal) {
  const first = link(STYLES);
  let timer;
  const settled = new Promise((resolve) => {
    first.ended.then(resolve);
    signal.onabort = resolve;
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  settled.then(() => clearTimeout(timer));
  return { links: [first, link(LATER_STYLES)], settled };
}

function link(name) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  // Without it, a page with COEP refuses a sheet from another origin.
  link.crossOrigin = "anonymous";
  link.href = asset(name);
  link.ended = new Promise((resolve) => {
    link.onload = link.onerror = resolve;
  });
  return link;
}
