// Records what a screen reader would announce: the texts of the portal's live regions, in order.

import type { Page } from "@playwright/test";

declare global {
  /** The announcements on this page so far. */
  var announced: string[];
}

/**
 * Starts recording announcements. A live region is announced when its text changes while it is in the
 * page. An alert is also announced when it appears with its text. A region behind an open modal is not
 * announced.
 */
export async function recordAnnouncements(page: Page): Promise<void> {
  await page.evaluate(() => {
    globalThis.announced = [];
    const root = document.getElementById("portal")!.shadowRoot!;
    const texts = new WeakMap<Element, string>();
    const isAnnounced = (region: Element) => {
      const modal = [...root.querySelectorAll("dialog:modal")].at(-1);
      const isInert = modal !== undefined && !modal.contains(region);
      return !isInert && !region.closest("[hidden]");
    };
    const look = (isFirst: boolean) => {
      for (const region of root.querySelectorAll("[role=status], [role=alert], [aria-live]")) {
        const before = texts.get(region);
        const text = region.textContent.replaceAll(/[\u2066-\u2069]/g, "").trim();
        texts.set(region, text);
        const speaks = before === undefined ? region.role === "alert" : before !== text;
        if (!isFirst && speaks && text && isAnnounced(region)) announced.push(text);
      }
    };
    look(true);
    const observer = new MutationObserver(() => look(false));
    observer.observe(root, { childList: true, characterData: true, subtree: true });
  });
}

/** Returns the announcements since `recordAnnouncements`. */
export const announcements = (page: Page): Promise<string[]> => page.evaluate(() => globalThis.announced);
