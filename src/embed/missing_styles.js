// Reloads style sheets that failed to load.

import { asset } from "./assets.js";
import { unlessStalled } from "./transfers.js";

// Each style sheet with the custom property that it sets.
const SENTINELS = [
  [STYLES, "--first-styles"],
  [DEFERRED_STYLES, "--deferred-styles"],
];

/** Returns true if the portal has its styles. Missing sheets are requested once more. */
export async function hasStyles(root) {
  const links = [...root.getRootNode().querySelectorAll("link")];
  // The host may add links of its own.
  const sheets = SENTINELS.map(([name, sentinel]) => ({
    link: links.find(({ href }) => href === asset(name)),
    isHere: () => getComputedStyle(root).getPropertyValue(sentinel) !== "",
  }));
  // Waits for slow sheets, because otherwise they would be loaded twice.
  await settled(sheets.map(({ link }) => link?.ended));
  await settled(sheets.filter(({ isHere }) => !isHere()).map(({ link }) => link && again(link)));
  return sheets.every(({ isHere }) => isHere());
}

/** Resolves when the sheets have loaded, failed or stalled. */
const settled = (sheets) => unlessStalled("styles", Promise.all(sheets)).catch(() => {});

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
