// A person who has nothing but a keyboard, and looks where the focus is after every key.

import { expect, type Locator, type Page } from "@playwright/test";

/** Where the focus is. */
interface Focus {
  /** In words, for messages. */
  name: string;
  /** Headings and panels are read, not operated: they need no ring. */
  isRead: boolean;
  hasRing: boolean;
  /** At least a part of it is neither out of sight nor below something else. */
  isInSight: boolean;
}

/** Where the focus is; `null` when it is nowhere on the page. */
function focus(page: Page): Promise<Focus | null> {
  return page.evaluate(() => {
    const root = document.getElementById("portal")!.shadowRoot!;
    const focused = root.activeElement;
    if (!focused) return null;
    // Chips and their box draw the ring around the whole of them.
    const around = [focused, focused.parentElement!];
    const hasRing = around.some((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
    });
    // What is larger than the window is in sight with the part that is.
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

  /** Presses a key; afterwards the focus is somewhere, and seen. */
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

  /** The focus is on the page, with a ring around it unless it is only read, and in sight. */
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

  /** Goes from stop to stop until the control has the focus. */
  async tabTo(control: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    await expect(control).toBeVisible();
    const hasFocus = () =>
      control.evaluate((it) => (it.getRootNode() as ShadowRoot).activeElement === it);
    for (let stop = 0; !(await hasFocus()); stop += 1) {
      expect(stop, "the control is among the first stops").toBeLessThan(80);
      await this.page.keyboard.press(key);
      // Past the last stop the focus is in the browser's own bar.
      if ((await focus(this.page)) !== null) await this.expectFocus(key);
    }
  }

  /** Goes to the control and presses Enter. */
  async activate(control: Locator): Promise<void> {
    await this.tabTo(control);
    await this.press("Enter");
  }
}
