// Reloads style sheets that failed to load.

import { unlessStalled } from "./assets.js";

// Custom properties that the style sheets set, in the order of their links.
const SENTINELS = ["--first-styles", "--deferred-styles"];

/** Returns true if the portal has its styles. Missing sheets are requested once more. */
export async function hasStyles(root) {
  const links = [...root.getRootNode().querySelectorAll("link")];
  // Waits for slow sheets, because otherwise they would be loaded twice.
  await unlessStalled("styles", Promise.all(links.map(({ ended }) => ended))).catch(() => {});
  const missing = links.filter((_, at) => !isHere(root, SENTINELS[at]));
  await Promise.all(missing.map(again));
  return SENTINELS.every((sentinel) => isHere(root, sentinel));
}

const isHere = (root, sentinel) => getComputedStyle(root).getPropertyValue(sentinel) !== "";

/** Adds another link and resolves when it has loaded or failed. */
function again(link) {
  const other = link.cloneNode();
  // Bypasses the browser's cache, which may contain the failed response.
  other.href += "?1";
  return new Promise((resolve) => {
    other.onload = other.onerror = resolve;
    link.after(other);
  });
}
