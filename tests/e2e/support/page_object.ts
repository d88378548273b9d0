// A page object: finds and operates the portal's controls in any language.

import { expect, type Locator, type Page } from "@playwright/test";

import type { Portal } from "./portal.ts";
import type { Sentences } from "./sentences.ts";

type Values = Record<string, string | number>;

export class PortalView {
  constructor(
    readonly page: Page,
    readonly portal: Portal,
    readonly sentences: Sentences,
  ) {}

  /** Returns a sentence as it appears on the page. */
  say(key: string, values: Values = {}): string {
    return this.sentences.say(key, { platform: "Meridian", ...values });
  }

  /** Returns a pattern that matches the sentence with any values. */
  pattern(key: string): RegExp {
    const literal = (part: string) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return new RegExp(this.sentences.say(key).split(/\{\w+\}/).map(literal).join(".+"));
  }

  button(key: string, values: Values = {}): Locator {
    return this.page.getByRole("button", { name: this.say(key, values), exact: true });
  }

  link(key: string): Locator {
    return this.page.getByRole("link", { name: this.say(key), exact: true });
  }

  tab(key: string): Locator {
    return this.page.getByRole("tab", { name: this.say(key) });
  }

  box(key: string): Locator {
    return this.page.getByRole("textbox", { name: this.say(key), exact: true });
  }

  combobox(key: string): Locator {
    return this.page.getByRole("combobox", { name: this.say(key), exact: true });
  }

  dialog(key: string, values: Values = {}): Locator {
    return this.page.getByRole("dialog", { name: this.say(key, values), exact: true });
  }

  region(key: string): Locator {
    return this.page.getByRole("region", { name: this.say(key), exact: true });
  }

  heading(key: string): Locator {
    return this.page.getByRole("heading", { level: 1, name: this.say(key), exact: true });
  }

  /** Returns the first element with the sentence, with any values. */
  text(key: string): Locator {
    return this.page.getByText(this.pattern(key)).first();
  }

  /** Returns the first row of the users table that contains `text`. */
  user(text: string): Locator {
    return this.page
      .getByRole("table", { name: this.say("Users"), exact: true })
      .getByRole("row")
      .filter({ hasText: text })
      .first();
  }

  /** Waits until the form is drawn down to its last field. */
  async formIsWhole(): Promise<void> {
    await expect(this.button("AddSchedule")).toBeVisible();
    await expect(this.box("OperationalShared")).toHaveValue(/@/);
  }

  /** Types an address and waits for its chip. */
  async typeAddress(field: string, address: string): Promise<void> {
    await this.box(field).focus();
    await this.page.keyboard.type(address);
    await this.page.keyboard.press("Enter");
    await expect(this.chip(address)).toBeVisible();
  }

  chip(address: string): Locator {
    return this.button("EditAddress", { address });
  }

  /** Adds a schedule and returns its time zone box, which has the focus. */
  async addSchedule(): Promise<Locator> {
    await this.button("AddSchedule").press("Enter");
    const picker = this.combobox("TimeZone").last();
    await expect(picker).toBeFocused();
    return picker;
  }

  /** Types part of an IANA id into the focused box and returns the list of time zones. */
  async openZones(zone: string): Promise<Locator> {
    await this.page.keyboard.type(zone);
    const zones = this.page.getByRole("listbox", { name: this.say("TimeZones") });
    await expect(zones.getByRole("option").first()).toBeVisible();
    return zones;
  }

  /** Adds a schedule and chooses its time zone. */
  async addScheduleIn(zone: string): Promise<void> {
    await this.addSchedule();
    const zones = await this.openZones(zone);
    await this.page.keyboard.press("Enter");
    await expect(zones).toBeHidden();
  }

  /** Opens the dialog of a user. */
  async manage(name: string): Promise<Locator> {
    await this.button("ManageUser", { name }).click();
    const dialog = this.page.getByRole("dialog", { name, exact: true });
    await expect(dialog).toBeVisible();
    return dialog;
  }

}
