// Measures the layout inside the portal's shadow root: finds text that is cut off or overlaps, and
// controls that are too small.

import type { Page } from "@playwright/test";

/** The text spacing that WCAG 1.4.12 requires a page to support. */
const SPACED = `
  *, ::before, ::after {
    line-height: 1.5 !important;
    letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important;
  }
  p { margin-block-end: 2em !important; }
`;

/** Applies the text spacing to the portal until the returned function is called. */
export async function spaceText(page: Page): Promise<() => Promise<void>> {
  const toggle = (on: boolean) =>
    page.evaluate(
      ([css, on]) => {
        const root = document.getElementById("portal")?.shadowRoot ?? document;
        const others = root.adoptedStyleSheets.filter((sheet) => sheet.media.mediaText !== "all");
        if (on) {
          const sheet = new CSSStyleSheet({ media: "all" });
          sheet.replaceSync(css);
          others.push(sheet);
        }
        root.adoptedStyleSheets = others;
      },
      [SPACED, on] as const,
    );
  await toggle(true);
  return () => toggle(false);
}

/** Returns the layout problems of the page, each with the name of the element. */
export function layoutProblems(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root: ParentNode = document.getElementById("portal")?.shadowRoot ?? document.body;
    const modal = [...root.querySelectorAll("dialog:modal")].at(-1);
    const all = [...(modal ?? root).querySelectorAll<HTMLElement>("*")].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) &&
        !element.closest(".visually-hidden, .skip-to-content"),
    );
    const problems: string[] = [];
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} “${element.textContent.trim().slice(0, 40)}”`;
    const report = (problem: string, element: Element) => problems.push(`${problem}: ${name(element)}`);

    // The page as a whole must not scroll sideways.
    const page = document.documentElement;
    if (page.scrollWidth > page.clientWidth) report("scrolls sideways", page);
    for (const element of all) {
      const style = getComputedStyle(element);
      const isWide = element.scrollWidth > element.clientWidth + 1;
      const isHigh = element.scrollHeight > element.clientHeight + 1;
      const isInput = element.matches("input");
      if (style.display.startsWith("inline") && !style.display.includes("-")) continue;
      // Text boxes are skipped, because they scroll their own text.
      if (isWide && style.overflowX !== "visible" && !isInput) {
        const { left, right } = element.getBoundingClientRect();
        const isOutside = (inner: Element) => {
          const box = inner.getBoundingClientRect();
          return box.right > right + 1 || box.left < left - 1;
        };
        const culprit = all.findLast((inner) => element.contains(inner) && isOutside(inner));
        report(`cut off sideways${culprit ? ` by ${name(culprit)}` : ""}`, element);
      }
      if (isHigh && ["hidden", "clip"].includes(style.overflowY)) report("cut off below", element);
      if (isHigh && element.matches("button, a, select")) report("text leaves its control", element);
    }

    // Only texts of the same layer must not overlap. One layer may cover another.
    const LAYERS = "dialog, .dialog-header, .dialog-body, .dialog-footer, .page-footer," +
      " .combobox-popup, .menu-popup, .virtual-list-head, .virtual-list-body";
    const texts: { parent: Element; layer: Element | null; box: DOMRect }[] = [];
    for (const parent of all) {
      for (const node of parent.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) {
          texts.push({ parent, layer: parent.closest(LAYERS), box });
        }
      }
    }
    texts.forEach(({ parent, layer, box }, index) => {
      for (const other of texts.slice(index + 1)) {
        if (other.parent === parent || other.layer !== layer) continue;
        const width = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const height = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        // The box of a line of text is slightly higher than its letters.
        if (width > 2 && height > 5) report(`overlaps with ${name(other.parent)}`, parent);
      }
    });
    return problems;
  });
}

/** Returns the controls that are smaller than 24 by 24 CSS pixels, including their labels. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root: ParentNode = document.getElementById("portal")?.shadowRoot ?? document.body;
    const modal = [...root.querySelectorAll("dialog:modal")].at(-1);
    const controls = (modal ?? root).querySelectorAll<HTMLElement>(
      "a[href], button, input, select, textarea, summary, [role=option]",
    );
    const isInSentence = (element: HTMLElement) =>
      [...element.parentElement!.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
    return [...controls]
      .filter((element) => element.checkVisibility() && !element.closest(".skip-to-content"))
      .filter((element) => !isInSentence(element))
      .flatMap((element) => {
        const target = element.closest("label") ?? element;
        const { width, height } = target.getBoundingClientRect();
        if (width >= 24 && height >= 24) return [];
        return [`${width} x ${height}: ${element.tagName} ${element.className} ${element.textContent}`];
      });
  });
}

/** Returns the elements that are still animated although the user prefers reduced motion. */
export function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root: ParentNode = document.getElementById("portal")?.shadowRoot ?? document.body;
    const longest = (durations: string) => Math.max(...durations.split(",").map(parseFloat));
    return [...root.querySelectorAll("*")].flatMap((element) =>
      [null, "::before", "::after"].flatMap((pseudo) => {
        const style = getComputedStyle(element, pseudo);
        const isStill =
          longest(style.transitionDuration) <= 0.01 &&
          (style.animationName === "none" || longest(style.animationDuration) <= 0.01);
        return isStill ? [] : [`${element.tagName} ${element.className} ${pseudo ?? ""}`];
      }),
    );
  });
}
