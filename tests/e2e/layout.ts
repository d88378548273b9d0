// What a page looks like, measured: what is cut off, what lies on top of something else, what
// is too small to be hit. The portal lives in a shadow root; everything is measured in there.

import type { Page } from "@playwright/test";

/** Text spaced as WCAG 1.4.12 asks to endure it. */
const SPACED = `
  *, ::before, ::after {
    line-height: 1.5 !important;
    letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important;
  }
  p { margin-block-end: 2em !important; }
`;

/** Spaces the portal's text, until the returned function is called. */
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

/** What is wrong with the layout as it is now: each finding names the element. */
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

    // Only what scrolls by itself, such as a table, may be wider than the window; nothing does.
    const page = document.documentElement;
    if (page.scrollWidth > page.clientWidth) report("scrolls sideways", page);
    for (const element of all) {
      const style = getComputedStyle(element);
      const isWide = element.scrollWidth > element.clientWidth + 1;
      const isHigh = element.scrollHeight > element.clientHeight + 1;
      const isInput = element.matches("input");
      if (style.display.startsWith("inline") && !style.display.includes("-")) continue;
      // A line of text scrolls inside its box; a list of options or rows scrolls in its own.
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

    // Texts of one layer; another layer may lie on top of them.
    const LAYERS = "dialog, .dialog-header, .dialog-body, .dialog-footer, .page-footer," +
      " .combobox-popup, .menu-popup, .windowed-head, .windowed-body";
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
        // Boxes of letters are a little higher than the letters.
        if (width > 2 && height > 5) report(`overlaps with ${name(other.parent)}`, parent);
      }
    });
    return problems;
  });
}

/** Controls that are smaller than 24 by 24 CSS pixels, label included. */
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

/** What still moves although the person asked for less motion. */
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
