// The style sheet, inside the shadow root: it neither leaks out nor does the shell's leak in.

import { asset } from "./assets.js";

// A portal without its styles can be used; one that waits for them for ever cannot.
const PATIENCE_MS = 3000;

/** The link to put into the shadow root, and when waiting for it is over. */
export function loadStyles() {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = asset(STYLES);
  const settled = new Promise((resolve) => {
    link.onload = link.onerror = resolve;
    setTimeout(resolve, PATIENCE_MS);
  });
  return { link, settled };
}
