// Operates the page with the keyboard only, and checks the focus after every key.

import { expect, type Locator, type Page } from "@playwright/test";

/** The focused element. */
interface Focus {
  /** A description for messages. */
  name: string;
  /** `true` for headings and panels, which are read but not operated, so they need no focus ring. */
  isRead: boolean;
  hasRing: boolean;
  /** `true` if at least a part of it is in the window and not covered. */
  isInSight: boolean;
}

/** Returns the focused element, or `null` if no element of the portal has the focus. */
function focus(page: Page): Promise<Focus | null> {
  return page.evaluate(() => {
    const root = document.getElementById("portal")!.shadowRoot!;
    const focused = root.activeElement;
    if (!focused) return null;
    // Chips and their box draw one ring around all of them.
    const around = [focused, focused.parentElement!];
    const hasRing = around.some((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
    });
    // Of an element that is larger than the window, only the visible part is checked.
    const box = focused.getBoundingClientRect();
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    const between = (from: number, to: number, part: number) => from + (to - from) * part;
    const isInSight = [0.1, 0.5, 0.9].some((x) =>
      [0.1, 0.5, 0.9].some((y) => {
        const hit = root.elementFromPoint(between(left, right, x), between(top, bottom, y));
        return hit !== null && (focused.contains(hit) || hit.contains(focused));
      }),
    );
    const name = focused.getAttribute("aria-label") ?? focused.textContent.trim().slice(0, 60);
    return {
      name: `${focused.tagName.toLowerCase()}#${focused.id} “${name}”`,
      isRead: focused.matches("h1, h2, main, [role=tabpanel], [role=group], section, .conflict, .error-summary"),
      hasRing,
      isInSight,
    };
  });
}

export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Presses keys, and checks the focus after each of them. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      await this.expectFocus(key);
    }
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    await this.expectFocus(`typing ${text}`);
  }

  /** Checks that an element has the focus, is in view, and has a focus ring unless it is only read. */
  async expectFocus(after: string): Promise<void> {
    await expect
      .poll(async () => {
        const now = await focus(this.page);
        if (now === null) return "focus on nothing";
        if (!now.isRead && !now.hasRing) return `no ring: ${now.name}`;
        return now.isInSight ? "seen" : `covered: ${now.name}`;
      }, `the focus after ${after}`)
      .toBe("seen");
  }

  /** Presses `key` until the control has the focus. */
  async tabTo(control: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    await expect(control).toBeVisible();
    const hasFocus = () =>
      control.evaluate((it) => (it.getRootNode() as ShadowRoot).activeElement === it);
    for (let stop = 0; !(await hasFocus()); stop += 1) {
      expect(stop, "the control is among the first 80 tab stops").toBeLessThan(80);
      await this.page.keyboard.press(key);
      // After the last tab stop the focus is in the browser's own toolbar.
      if ((await focus(this.page)) !== null) await this.expectFocus(key);
    }
  }

  /** Moves the focus to the control and presses Enter. */
  async activate(control: Locator): Promise<void> {
    await this.tabTo(control);
    await this.press("Enter");
  }
}
