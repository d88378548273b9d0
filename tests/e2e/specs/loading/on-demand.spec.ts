// Tests that the lazy chunks which the modal does not need are loaded on demand, and no sooner.

import { ContactForm, openForm } from "../../support/contact_form.ts";
import { expect, type Page, test } from "../../support/fixtures.ts";
import { giulia, hannah } from "../../support/people.ts";
import { UsersPanel } from "../../support/users_panel.ts";

/** The chunk with the code of the pages and the users. */
const CHUNK = /\/split_portal-[0-9a-f]+\.wasm$/;
const TABLES = /\/tables-[0-9a-f]+\.wasm$/;

/** Returns a list that collects the requests for matching addresses from now on. */
function asked(page: Page, address: RegExp): string[] {
  const files: string[] = [];
  page.on("request", (request) => {
    if (address.test(request.url())) files.push(request.url());
  });
  return files;
}

const usersTab = (page: Page) => page.getByRole("tab", { name: "Users" });

test("the modal and its ways out need no code of the pages", async ({ page, portal }) => {
  const chunks = asked(page, CHUNK);
  // The tables load when the browser is idle.
  const tables = page.waitForResponse(TABLES);
  const form = await openForm(page, portal, giulia);
  const dialog = page.getByRole("dialog", { name: "Required information" });
  await expect(dialog.getByRole("link", { name: "Production", exact: true })).toBeVisible();
  await expect(dialog.getByRole("combobox", { name: "Language" })).toBeVisible();
  await dialog.getByRole("button", { name: "Giulia Conti" }).press("Enter");
  await expect(dialog.getByRole("button", { name: "Sign out" })).toBeVisible();
  await page.keyboard.press("Escape");
  await (await tables).finished();
  await form.type("Technical emergency contacts", "oncall@example.com");
  expect(chunks).toEqual([]);
});

test("in Production alert contacts can be picked without the code of the pages", async ({
  page,
  portal,
}) => {
  const chunks = asked(page, CHUNK);
  await openForm(page, portal, giulia, "/portal/?env=production");
  await page.getByRole("combobox", { name: "Alert contacts" }).click();
  const users = page.getByRole("listbox", { name: "Users" });
  await expect(users.getByRole("option").filter({ hasText: "Tomasz Zieliński" })).toBeVisible();
  expect(chunks).toEqual([]);
});

test("the code of the users loads when the pointer is on their tab", async ({ page, portal }) => {
  await openForm(page, portal, giulia);
  const chunk = page.waitForRequest(CHUNK);
  await usersTab(page).hover();
  await chunk;
  await expect(usersTab(page)).toHaveAttribute("aria-selected", "false");
  // The tab refers to its panel before the code has loaded.
  const id = await usersTab(page).getAttribute("aria-controls");
  await expect(page.locator(`[role=tabpanel][id="${id}"]`)).toBeHidden();
});

test("the code of the users loads when the arrow keys reach their tab", async ({ page, portal }) => {
  await openForm(page, portal, giulia);
  await page.getByRole("tab", { name: "Contact information" }).focus();
  const chunk = page.waitForRequest(CHUNK);
  await page.keyboard.press("ArrowRight");
  await expect(usersTab(page)).toBeFocused();
  await chunk;
});

test("the code of the pages loads as soon as the form can be saved", async ({ page, portal }) => {
  const chunks = asked(page, CHUNK);
  const form = await openForm(page, portal, hannah);
  await form.type("Technical emergency contacts", "oncall@example.com");
  await form.type("Technical non-emergency contacts", "api-team@example.com");
  await form.type("Operational contact (for the platform)", "ops@example.com");
  await form.shared.fill("support@example.com");
  expect(chunks).toEqual([]);
  await form.addSchedule("Europe/Warsaw");
  await expect.poll(() => chunks).toHaveLength(1);
  await form.submit.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  expect(chunks).toHaveLength(1);
});

test("the code of the pages loads when Submit is pressed", async ({ page, portal }) => {
  const chunks = asked(page, CHUNK);
  const form = await openForm(page, portal, giulia);
  expect(chunks).toEqual([]);
  await form.submit.press("Enter");
  await expect(form.summary).toBeVisible();
  await expect.poll(() => chunks).toHaveLength(1);
});

test.describe("for a user with the data saver on", () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, "connection", { value: { saveData: true } });
    });
  });

  /** Waits until the browser has been idle, when the portal would prefetch. */
  async function isIdle(page: Page): Promise<void> {
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  }

  test("the code of the users loads when their tab is pressed", async ({ page, portal }) => {
    const chunks = asked(page, CHUNK);
    const form = await openForm(page, portal, giulia);
    await usersTab(page).hover();
    await usersTab(page).focus();
    await form.type("Technical emergency contacts", "oncall@example.com");
    await form.submit.press("Enter");
    await expect(form.summary).toBeVisible();
    await isIdle(page);
    expect(chunks).toEqual([]);
    await usersTab(page).press("Enter");
    await new UsersPanel(page).row("Tomasz Zieliński").waitFor();
    expect(chunks).toHaveLength(1);
  });

  test("the tables load with the first text that they check", async ({ page, portal }) => {
    const tables = asked(page, TABLES);
    const form = await openForm(page, portal, giulia);
    await form.box("Technical emergency contacts").focus();
    await isIdle(page);
    expect(tables).toEqual([]);
    await page.keyboard.type("o");
    await expect.poll(() => tables).toHaveLength(1);
  });

  test("the tables load with the first schedule that needs them", async ({ page, portal }) => {
    await openForm(page, portal, giulia);
    await page.getByRole("button", { name: "Add schedule" }).press("Enter");
    await new ContactForm(page).hasTables();
  });

  test("a completed form is saved, and the code of the page loads then", async ({ page, portal }) => {
    const chunks = asked(page, CHUNK);
    const form = await openForm(page, portal, hannah);
    await form.fillIn();
    await isIdle(page);
    expect(chunks).toEqual([]);
    await form.submit.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
    expect(chunks).toHaveLength(1);
  });
});
