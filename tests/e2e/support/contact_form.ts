// Operates the contact information form, in the modal and on the page alike.

import { expect, type Locator, type Page } from "@playwright/test";

import { isolated } from "./isolated.ts";
import type { Portal, UserCriteria } from "./portal.ts";

/** The labels of the fields that hold lists of addresses. */
export type AddressLabel =
  | "Technical emergency contacts"
  | "Technical non-emergency contacts"
  | "Operational contact for merchant issues"
  | "Operational contact (for the platform)";

export class ContactForm {
  constructor(readonly page: Page) {}

  /** Returns the text box of a list of addresses. */
  box(label: AddressLabel): Locator {
    const name = label.replace("the platform", isolated("Meridian"));
    return this.page.getByRole("textbox", { name, exact: true });
  }

  /** Returns the box for the address that is shared with users. */
  get shared(): Locator {
    return this.page.getByRole("textbox", {
      name: "Operational contact (to share with users)",
      exact: true,
    });
  }

  get submit(): Locator {
    return this.page.getByRole("button", { name: "Submit", exact: true });
  }

  get save(): Locator {
    return this.page.getByRole("button", { name: "Save", exact: true });
  }

  /** Returns the error summary above the form. */
  get summary(): Locator {
    return this.page.getByRole("alert").filter({ hasText: "There is a problem" });
  }

  /** Waits until the form is drawn down to its last field. */
  async isWhole(): Promise<void> {
    await expect(this.box("Technical emergency contacts")).toBeVisible();
    await expect(this.page.getByRole("button", { name: "Add schedule" })).toBeVisible();
  }

  /**
   * Waits until the week of support hours is drawn, which needs the lazily loaded tables. The form must
   * have a schedule.
   */
  async hasTables(): Promise<void> {
    const week = this.page.getByRole("region", { name: "When your support answers" });
    await expect(week).toContainText(/Choose a time zone and enter hours|this week/);
  }

  /** Returns a schedule of operational support. `number` counts from 1. */
  schedule(number: number): Locator {
    return this.page.getByRole("group", { name: `Schedule ${isolated(number)}`, exact: true });
  }

  /** Returns the chip of an address. */
  chip(address: string): Locator {
    return this.page.getByRole("button", { name: `Edit ${isolated(address)}`, exact: true });
  }

  /** Types addresses on the keyboard, each followed by Enter. */
  async type(label: AddressLabel, ...addresses: string[]): Promise<void> {
    await this.box(label).focus();
    for (const address of addresses) {
      await this.page.keyboard.type(address);
      await this.page.keyboard.press("Enter");
      await expect(this.chip(address)).toBeVisible();
    }
  }

  /** Adds a schedule, searches for its time zone by the city's name and picks it by keyboard. */
  async addSchedule(
    timeZone: string,
    city = timeZone.slice(timeZone.lastIndexOf("/") + 1).replaceAll("_", " "),
  ): Promise<Locator> {
    const before = await this.page.getByRole("group", { name: /^Schedule \P{L}+$/u }).count();
    await this.page.getByRole("button", { name: "Add schedule" }).press("Enter");
    const schedule = this.schedule(before + 1);
    const picker = schedule.getByRole("combobox", { name: "Time zone" });
    await expect(picker).toBeFocused();
    await this.page.keyboard.type(city);
    const zones = this.page.getByRole("listbox", { name: "Time zones" });
    await expect(zones.getByRole("option").first()).toContainText(city);
    await this.page.keyboard.press("Enter");
    await expect(zones).toBeHidden();
    await expect(picker).toHaveValue(new RegExp(`^${city} \\(`));
    return schedule;
  }

  /** Fills in what Sandbox requires of an account whose contacts for merchant issues are optional. */
  async fillIn(): Promise<void> {
    await this.type("Technical emergency contacts", "oncall@example.com");
    await this.fillInRest();
  }

  /** Fills in the same as `fillIn`, except the emergency contacts. */
  async fillInRest(): Promise<void> {
    await this.type("Technical non-emergency contacts", "api-team@example.com");
    await this.type("Operational contact (for the platform)", "ops@example.com");
    await this.shared.fill("support@example.com");
    await this.addSchedule("Europe/Warsaw");
  }
}

/** Signs a user in and opens the form: the modal of a locked portal, or the page at `path`. */
export async function openForm(
  page: Page,
  portal: Portal,
  user: UserCriteria,
  path = "/portal/",
): Promise<ContactForm> {
  await portal.signIn(page, user);
  await page.goto(path);
  const form = new ContactForm(page);
  await form.isWhole();
  return form;
}
