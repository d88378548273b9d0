// Style sheets that did not come the first time.

import { unlessStalled } from "./assets.js";

// Set by the sheets themselves, in the order of their links.
const MARKS = ["--first-styles", "--later-styles"];

/** Whether the portal has its styles. A sheet that did not come is asked for once more. */
export async function hasStyles(root) {
  const links = [...root.getRootNode().querySelectorAll("link")];
  // A sheet that is only slow would else come twice.
  await unlessStalled("styles", Promise.all(links.map(({ ended }) => ended))).catch(() => {});
  const missing = links.filter((_, at) => !isHere(root, MARKS[at]));
  await Promise.all(missing.map(again));
  return MARKS.every((mark) => isHere(root, mark));
}

const isHere = (root, mark) => getComputedStyle(root).getPropertyValue(mark) !== "";

/** Resolves when another link beside it has come to its end. */
function again(link) {
  const other = link.cloneNode();
  // The browser may have kept what is wrong with the first one.
  other.href += "?1";
  return new Promise((resolve) => {
    other.onload = other.onerror = resolve;
    link.after(other);
  });
}
