// A window of WebKitGTK: opens addresses, finds controls, presses keys and runs functions in the page.

import { expect } from "@playwright/test";
import { Key } from "selenium-webdriver";

import type { Evaluates } from "../evaluates.ts";
import type { Portal, UserCriteria } from "../portal.ts";
import { Control, type Role } from "./control.ts";
import type { Session } from "./session.ts";

const KEYS: Record<string, string> = {
  ArrowDown: Key.ARROW_DOWN,
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
  ArrowUp: Key.ARROW_UP,
  Backspace: Key.BACK_SPACE,
  Delete: Key.DELETE,
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Space: Key.SPACE,
  Tab: Key.TAB,
};

type Outcome<T> = { value: T } | { error: string };

export class WebKitWindow implements Evaluates {
  constructor(readonly session: Session) {}

  /** Loads an address, and makes `portalRoot` known to the functions that run in the page. */
  async goto(address: string): Promise<void> {
    await this.session.driver.get(address);
    await this.nameRoot();
  }

  /**
   * Loads an address in a frame of 360 by 640 pixels, because the browser's own window cannot be as
   * narrow. What follows happens in the frame.
   */
  async gotoNarrow(address: string): Promise<void> {
    const { driver } = this.session;
    await this.evaluate(async (address: string) => {
      const frame = document.createElement("iframe");
      Object.assign(frame, { src: address, width: "360", height: "640" });
      frame.style.border = "0";
      const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
      document.body.replaceChildren(frame);
      await loaded;
    }, address);
    await driver.switchTo().frame(0);
    await this.nameRoot();
  }

  /** Signs a demo user in at the server, and leaves the window at a page without the portal. */
  async signIn(portal: Portal, criteria: UserCriteria, server = portal.url): Promise<void> {
    const user = await portal.find(criteria);
    await this.session.driver.get(`${server}/healthz`);
    await this.evaluate(async (user_id: string) => {
      const response = await fetch("/api/v1/demo/session", {
        method: "POST",
        headers: { "content-type": "application/json", "x-partner-portal": "1" },
        body: JSON.stringify({ user_id }),
      });
      if (!response.ok) throw new Error(`signing in: ${response.status}`);
    }, user.user_id);
  }

  control(role: Role, name: string | RegExp = /(?:)/): Control {
    return new Control(this.session.driver, role, name);
  }

  /** Presses keys one after the other. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      const known = KEYS[key];
      if (known === undefined) throw new Error(`there is no key ${key}`);
      await this.session.driver.actions().sendKeys(known).perform();
    }
  }

  async type(text: string): Promise<void> {
    await this.session.driver.actions().sendKeys(text).perform();
  }

  /** Presses Tab until the control has the focus. */
  async tabTo(control: Control): Promise<void> {
    await control.first();
    for (let stop = 0; !(await control.hasFocus()); stop += 1) {
      expect(stop, `${control} is among the first 80 tab stops`).toBeLessThan(80);
      await this.press("Tab");
    }
  }

  /** Moves the focus to the control with Tab, and presses Enter. */
  async activate(control: Control): Promise<void> {
    await this.tabTo(control);
    await this.press("Enter");
  }

  /** Runs a function in the page and returns its result, or that of its promise. */
  async evaluate<R>(task: () => R): Promise<Awaited<R>>;
  async evaluate<A, R>(task: (argument: A) => R, argument: A): Promise<Awaited<R>>;
  async evaluate<R>(task: (argument: unknown) => R, argument: unknown = null): Promise<Awaited<R>> {
    const script = `
      const done = arguments[1];
      Promise.resolve(arguments[0]).then(${task}).then(
        (value) => done({ value }),
        (error) => done({ error: String(error) }),
      );`;
    const outcome = await this.session.driver.executeAsyncScript<Outcome<Awaited<R>>>(script, argument);
    if ("error" in outcome) throw new Error(outcome.error);
    return outcome.value;
  }

  address(): Promise<string> {
    return this.session.driver.getCurrentUrl();
  }

  private nameRoot(): Promise<void> {
    return this.evaluate(() => {
      globalThis.portalRoot = () => document.getElementById("portal")!.shadowRoot!;
    });
  }
}

/** Waits until the control is rendered exactly once. */
export async function expectShown(control: Control): Promise<void> {
  await expect.poll(() => control.count(), `${control} is shown`).toBe(1);
}

/** Waits until the control is not rendered. */
export async function expectGone(control: Control): Promise<void> {
  await expect.poll(() => control.count(), `${control} is gone`).toBe(0);
}

/** Waits until the control has the focus. */
export async function expectFocused(control: Control): Promise<void> {
  await expect.poll(() => control.hasFocus(), `${control} has the focus`).toBe(true);
}
