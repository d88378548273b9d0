// Tests what the user sees when the lazily loaded tables, which hold the time zones, cannot be fetched,
// and that they can continue from there.

import type { Locator } from "@playwright/test";

import { ContactForm } from "../../support/contact_form.ts";
import { expect, expectNoViolations, type Page, test } from "../../support/fixtures.ts";
import { holdBack } from "../../support/hold_back.ts";
import { BELLA_VISTA, giulia } from "../../support/people.ts";
import { stored } from "../../support/stored.ts";
import { UsersPanel } from "../../support/users_panel.ts";

const TABLES = "**/tables-*.wasm";

const preview = (page: Page) => page.getByRole("region", { name: "When your support answers" });

/** Fills in everything except the time zone, and returns its box, which has the focus. */
async function fillInWithoutTables(form: ContactForm): Promise<Locator> {
  await form.type("Technical emergency contacts", "oncall@example.com");
  await form.type("Technical non-emergency contacts", "api-team@example.com");
  await form.type("Operational contact for merchant issues", "merchants@example.com");
  await form.type("Operational contact (for the platform)", "ops@example.com");
  await form.page.getByRole("button", { name: "Add schedule" }).press("Enter");
  const picker = form.schedule(1).getByRole("combobox", { name: "Time zone" });
  await expect(picker).toBeFocused();
  return picker;
}

test.beforeEach(async ({ page, portal }) => {
  await portal.signIn(page, giulia);
  await page.route(TABLES, (route) => route.abort());
  await page.goto("/portal/");
});

test("without the tables the time zones and the week show an error, and Retry loads both", async ({ page }) => {
  const form = new ContactForm(page);
  await page.getByRole("button", { name: "Add schedule" }).press("Enter");
  const schedule = form.schedule(1);
  const picker = schedule.getByRole("combobox", { name: "Time zone" });
  await expect(picker).toBeFocused();
  await page.keyboard.type("Warsaw");
  await expect(schedule.getByText(/couldn’t be loaded/).first()).toBeVisible();
  await expect(page.getByRole("listbox", { name: "Time zones" })).toBeHidden();
  await expect(preview(page)).toContainText("couldn’t be loaded");
  await expectNoViolations(page);

  // A Retry that fails shows the error again.
  const retry = preview(page).getByRole("button", { name: "Retry" });
  const failed = page.waitForEvent("requestfailed");
  await retry.press("Enter");
  await failed;
  await expect(preview(page)).toContainText("couldn’t be loaded");
  await page.unroute(TABLES);
  await retry.press("Enter");
  await expect(retry).toBeHidden();
  await expect(preview(page)).toBeFocused();
  // The typed text is still there. With the tables the form can tell that no time zone has this name.
  await expect(picker).toHaveValue("Warsaw");
  await expect(picker).toHaveAccessibleDescription(/time zone/);
  await picker.fill("Warsa");
  await expect(page.getByRole("option", { name: /^Warsaw/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(picker).toHaveValue("Warsaw (Europe)");
  await expect(preview(page)).toContainText(/40 hours. this week/);
});

test("text typed without the tables stays, and can be submitted after Retry", async ({ page, portal }) => {
  const form = new ContactForm(page);
  const picker = await fillInWithoutTables(form);
  await page.keyboard.type("Europe/Warsaw");
  await page.keyboard.press("Tab");

  const retry = preview(page).getByRole("button", { name: "Retry" });
  await expect(retry).toBeVisible();
  await page.unroute(TABLES);
  await retry.press("Enter");
  await expect(preview(page)).toContainText(/40 hours. this week/);
  await expect(picker).toHaveValue("Warsaw (Europe)");
  await expect(form.chip("oncall@example.com")).toBeVisible();
  await form.submit.press("Enter");
  await expect(page.getByRole("dialog", { name: "Required information" })).toHaveCount(0);
  const saved = await stored(portal, page, BELLA_VISTA);
  expect(saved.operational_support[0]?.time_zone).toBe("Europe/Warsaw");
  expect(saved.technical_emergency).toEqual(["oncall@example.com"]);
});

test("a submit requests missing tables, and continues without them if that fails", async ({ page, portal }) => {
  const form = new ContactForm(page);
  const picker = await fillInWithoutTables(form);
  await page.keyboard.type("Mars/Olympus");
  await form.submit.press("Enter");
  // The backend has its own tables, so it finds the unknown time zone.
  await expect(form.summary).toContainText("time zone");
  await picker.fill("Europe/Warsaw");
  await form.submit.press("Enter");
  await expect(page.getByRole("dialog", { name: "Required information" })).toHaveCount(0);
  const saved = await stored(portal, page, BELLA_VISTA);
  expect(saved.operational_support[0]?.time_zone).toBe("Europe/Warsaw");
});

test("while the tables are loading, a submit shows missing answers at once, and does not disturb later typing", async ({
  page,
}) => {
  await page.unroute(TABLES);
  const release = await holdBack(page, TABLES);
  const asked = page.waitForRequest(TABLES);
  await page.reload();
  const form = new ContactForm(page);
  await asked;
  await page.getByRole("button", { name: "Add schedule" }).press("Enter");
  await expect(form.schedule(1).getByRole("combobox", { name: "Time zone" })).toBeFocused();
  await form.submit.press("Enter");
  await expect(form.summary).toContainText("5 answers need your attention");
  await expect(page.locator(".error-summary")).toBeFocused();

  const box = form.box("Technical emergency contacts");
  await box.focus();
  await page.keyboard.type("oncall@");
  release();
  await expect(preview(page)).toContainText("Choose a time zone and enter hours");
  await expect(box).toBeFocused();
  await page.keyboard.type("example.com");
  await expect(box).toHaveValue("oncall@example.com");
});

test("while the tables are loading, adding a user without a name shows the error at once", async ({ page }) => {
  await page.unroute(TABLES);
  await holdBack(page, TABLES);
  const users = new UsersPanel(page);
  await users.openTab();
  const dialog = await users.add();
  await dialog.getByRole("button", { name: "Add and invite" }).press("Enter");
  const name = dialog.getByRole("textbox", { name: "Name" });
  await expect(name).toBeFocused();
  await expect(name).toHaveAttribute("aria-invalid", "true");
});

test("closing Add user cancels an invitation that waits for the tables", async ({ page }) => {
  await page.unroute(TABLES);
  const release = await holdBack(page, TABLES);
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/users")) {
      sent.push((request.postDataJSON() as { email: string }).email);
    }
  });
  const users = new UsersPanel(page);
  await users.openTab();
  let dialog = await users.add();
  const send = () => dialog.getByRole("button", { name: "Add and invite" });
  const email = () => dialog.getByRole("textbox", { name: "Email address" });
  await dialog.getByRole("textbox", { name: "Name" }).fill("Ewa Nowak");
  await email().fill("wrong.person@example.com");
  await dialog.getByRole("radio", { name: "Editor" }).check();
  await send().press("Enter");
  await expect(send()).toHaveAttribute("aria-busy", "true");
  await dialog.getByRole("button", { name: "Cancel" }).press("Enter");
  await expect(dialog).toHaveCount(0);

  // The typed text is still there for correction, and only the corrected invitation is sent.
  dialog = await users.add();
  await expect(send()).not.toHaveAttribute("aria-busy", "true");
  await expect(email()).toHaveValue("wrong.person@example.com");
  await email().fill("ewa.nowak@example.com");
  await send().press("Enter");
  release();
  const added = users.dialog("Ewa Nowak");
  await expect(added.getByRole("heading", { level: 2 })).toBeFocused();
  expect(sent).toEqual(["ewa.nowak@example.com"]);
});

test("an invitation does not wait forever for tables that never load", async ({ page }) => {
  await page.unroute(TABLES);
  await page.clock.install();
  let isAsked = () => {};
  const asked = new Promise<void>((resolve) => (isAsked = resolve));
  await page.route(TABLES, () => isAsked());
  const users = new UsersPanel(page);
  await users.openTab();
  await asked;
  const dialog = await users.add();
  await dialog.getByRole("textbox", { name: "Name" }).fill("Ewa Nowak");
  await dialog.getByRole("textbox", { name: "Email address" }).fill("ewa.nowak@example.com");
  await dialog.getByRole("radio", { name: "Editor" }).check();
  const send = dialog.getByRole("button", { name: "Add and invite" });
  await send.press("Enter");
  await expect(send).toHaveAttribute("aria-busy", "true");
  await page.clock.fastForward(21_000);
  await expect(users.dialog("Ewa Nowak")).toContainText("ewa.nowak@example.com");
});
