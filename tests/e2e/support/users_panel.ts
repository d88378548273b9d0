// Operates the list of users, in the modal's tab or on the page.

import type { Locator, Page } from "@playwright/test";

import { isolated } from "./isolated.ts";

export class UsersPanel {
  constructor(private readonly page: Page) {}

  /** Opens the tab of the locked modal. */
  async openTab(): Promise<void> {
    await this.page.goto("/portal/");
    await this.page.getByRole("tab", { name: "Users" }).click();
    await this.row("@").first().waitFor();
  }

  /** Opens the page of an unlocked account. */
  async openPage(): Promise<void> {
    await this.page.goto("/portal/configuration/account-and-users");
    await this.row("@").first().waitFor();
  }

  /** Returns the rows that contain a text. */
  row(text: string): Locator {
    return this.page.getByRole("table", { name: "Users" }).getByRole("row").filter({ hasText: text });
  }

  dialog(name: string): Locator {
    return this.page.getByRole("dialog", { name });
  }

  /** Opens the dialog *Add user*. */
  async add(): Promise<Locator> {
    await this.page.getByRole("button", { name: "Add user" }).click();
    return this.dialog("Add user");
  }

  /** Fills in *Add user* for a new editor. */
  async fillIn(dialog: Locator, name: string, email: string): Promise<void> {
    await dialog.getByRole("textbox", { name: "Name" }).fill(name);
    await dialog.getByRole("textbox", { name: "Email address" }).fill(email);
    await dialog.getByRole("radio", { name: "Editor" }).check();
  }

  /** Opens the dialog of a user. */
  async manage(name: string): Promise<Locator> {
    await this.page.getByRole("button", { name: `Manage ${isolated(name)}` }).click();
    return this.dialog(name);
  }

  /** Opens the confirmation dialog for removing a user. */
  async askToRemove(name: string): Promise<Locator> {
    const dialog = await this.manage(name);
    await dialog.getByRole("button", { name: "Remove from account" }).click();
    return this.dialog(`Remove ${isolated(name)}?`);
  }
}
