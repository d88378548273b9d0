// Whether everything on the page fits: nothing scrolls sideways, is cut off or covers something else.

import { expect, type Page } from "@playwright/test";

/** Fails with everything that does not fit, by its class and its text. */
export async function expectEverythingFits(page: Page): Promise<void> {
  // Softly: the other widths are looked at all the same.
  expect.soft(await page.evaluate(misfits)).toEqual([]);
}

/** Runs in the page. */
function misfits(): string[] {
  const root = document.getElementById("portal")?.shadowRoot ?? document;
  // What is behind a modal is out of reach; of two modals the last one is above.
  const top =
    [...root.querySelectorAll("dialog[open]")].at(-1) ??
    root.querySelector(".portal, .portal-root") ??
    document.body;
  const found: string[] = [];
  const named = (element: Element) =>
    `${element.localName}.${element.getAttribute("class") ?? ""} "${element.textContent.trim().slice(0, 40)}"`;
  const isDrawn = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    element.closest(".visually-hidden, svg, option") === null;
  const clips = (value: string) => value !== "visible";

  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) found.push(`the page scrolls to ${page.scrollWidth}`);

  const elements = [top, ...top.querySelectorAll("*")].filter(isDrawn);
  for (const element of elements) {
    // A box scrolls its own text, a list of choices cuts it off by itself.
    if (element.matches("input, textarea, select")) continue;
    const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
    // What is shortened on purpose says the whole in its title.
    const isShortened = textOverflow === "ellipsis" && element.closest("[title]") !== null;
    if (clips(overflowX) && element.scrollWidth > element.clientWidth + 1 && !isShortened) {
      found.push(`cut off sideways: ${named(element)}`);
    }
    const isFixed = overflowY === "hidden" || overflowY === "clip";
    if (isFixed && element.scrollHeight > element.clientHeight + 3) {
      found.push(`cut off below: ${named(element)}`);
    }
  }

  /** What moves together: two things of different frames cover each other while they scroll. */
  const frame = (element: Element): Element => {
    for (let at: Element | null = element.parentElement; at && at !== top; at = at.parentElement) {
      const { position, overflowY } = getComputedStyle(at);
      if (clips(overflowY) || position === "sticky" || position === "absolute") return at;
    }
    return top;
  };
  /** A control, or a line of text. */
  interface Box {
    element: Element;
    frame: Element;
    rect: DOMRect;
  }
  const boxes: Box[] = [];
  const controls = "a, button, input, select, textarea, summary";
  for (const element of elements) {
    const around = frame(element);
    if (element.matches(controls)) {
      // A link in a sentence has a box for each of its lines.
      for (const rect of element.getClientRects()) boxes.push({ element, frame: around, rect });
    }
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.nodeValue?.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const own = element.getBoundingClientRect();
      const isBox = getComputedStyle(element).display !== "inline";
      const { overflowX } = getComputedStyle(element);
      for (const rect of range.getClientRects()) {
        const sticksOut = rect.left < own.left - 1 || rect.right > own.right + 1 ||
          rect.top < own.top - 4 || rect.bottom > own.bottom + 4;
        if (isBox && sticksOut && !clips(overflowX)) found.push(`sticks out of ${named(element)}`);
        if (!clips(overflowX)) boxes.push({ element, frame: around, rect });
      }
    }
  }
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      if (one.frame !== other.frame) continue;
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      // The box of a letter is a little higher than its line.
      const width = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
      const height = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
      if (width > 1 && height > 4) found.push(`${named(one.element)} covers ${named(other.element)}`);
    }
  }
  return [...new Set(found)];
}
