// Checks that everything on the page fits: nothing scrolls sideways, is cut off or covers another part.

import { expect } from "@playwright/test";

import type { Evaluates } from "./evaluates.ts";

/** Fails with a list of the elements that do not fit, each with its class and text. */
export async function expectEverythingFits(page: Evaluates): Promise<void> {
  // A soft assertion, so the test goes on to check the other widths.
  expect.soft(await page.evaluate(misfits)).toEqual([]);
}

/** Returns the elements that do not fit. Runs in the page. */
function misfits(): string[] {
  const root = document.getElementById("portal")?.shadowRoot ?? document;
  // Only the topmost modal is checked, because the user cannot reach what is behind it. Of two modals
  // the last one is on top.
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
    // Text boxes scroll their own text, and select boxes cut it off by themselves.
    if (element.matches("input, textarea, select")) continue;
    const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
    // A text that is shortened on purpose has the full text in its title.
    const isShortened = textOverflow === "ellipsis" && element.closest("[title]") !== null;
    if (clips(overflowX) && element.scrollWidth > element.clientWidth + 1 && !isShortened) {
      found.push(`cut off sideways: ${named(element)}`);
    }
    const isFixed = overflowY === "hidden" || overflowY === "clip";
    if (isFixed && element.scrollHeight > element.clientHeight + 3) {
      found.push(`cut off below: ${named(element)}`);
    }
  }

  /**
   * Returns the nearest ancestor that scrolls or is positioned. Elements of different frames may
   * overlap.
   */
  const frame = (element: Element): Element => {
    for (let at: Element | null = element.parentElement; at && at !== top; at = at.parentElement) {
      const { position, overflowY } = getComputedStyle(at);
      if (clips(overflowY) || position === "sticky" || position === "absolute") return at;
    }
    return top;
  };
  /** The rectangle of a control or of a line of text. */
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
      // A link in a sentence has one rectangle for each of its lines.
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
      // The box of a letter is slightly higher than its line.
      const width = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
      const height = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
      if (width > 1 && height > 4) found.push(`${named(one.element)} covers ${named(other.element)}`);
    }
  }
  return [...new Set(found)];
}
