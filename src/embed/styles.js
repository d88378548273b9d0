// Loads the style sheets into the shadow root, which isolates them from the shell's styles.

import { asset } from "./assets.js";

// The wait is limited, because a portal without styles is usable and a portal that waits forever is not.
const PATIENCE_MS = 3000;

/**
 * Returns the links for the shadow root, and a promise that resolves when the first view need not wait
 * for its styles any more.
 */
export function loadStyles(signal) {
  const first = link(STYLES);
  let timer;
  const settled = new Promise((resolve) => {
    first.ended.then(resolve);
    signal.onabort = resolve;
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  settled.then(() => clearTimeout(timer));
  return { links: [first, link(DEFERRED_STYLES)], settled };
}

function link(name) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  // Without this attribute, a page with COEP rejects a sheet from another origin.
  link.crossOrigin = "anonymous";
  link.href = asset(name);
  link.ended = new Promise((resolve) => {
    link.onload = link.onerror = resolve;
  });
  return link;
}
