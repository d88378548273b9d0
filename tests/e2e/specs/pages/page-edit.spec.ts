// Tests later edits on the Contact information page, which follow the same rules as the modal.

import { ContactForm } from "../../support/contact_form.ts";
import { expect, type Page, test } from "../../support/fixtures.ts";
import { isolated } from "../../support/isolated.ts";
import { amara, maya, NORTHGATE, type StoredContactInformation } from "../../support/people.ts";
import type { Portal } from "../../support/portal.ts";
import { save, storedDocument } from "../../support/stored.ts";

const CONTACT_PAGE = "/portal/configuration/contact-information";
const STORED = "oncall@northgate.example.com";

const revision = async (page: Page, portal: Portal) =>
  (await storedDocument(portal, page, NORTHGATE)).revision;

test.beforeEach(async ({ page, portal }) => {
  await portal.signIn(page, amara);
  await page.goto(CONTACT_PAGE);
  await expect(new ContactForm(page).chip(STORED)).toBeVisible();
});

test("a change is saved, confirmed, and still there after a reload", async ({ page, portal }) => {
  const form = new ContactForm(page);
  const before = await revision(page, portal);
  await expect(page.getByText(`Last saved by ${isolated("Amara Okafor")}`)).toBeVisible();
  await form.type("Technical emergency contacts", "pager@example.com");
  await expect(page.getByText(/^Draft saved /).first()).toBeVisible();
  await form.save.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: /Saved/ })).toHaveCount(1);
  await page.reload();
  await expect(form.chip("pager@example.com")).toBeVisible();
  await expect(form.chip(STORED)).toBeVisible();
  expect(await revision(page, portal)).toBe(before + 1);
});

test("a user who opens the page later sees what a colleague saved in the meantime", async ({ page, portal }) => {
  await page.clock.install();
  const early = page.waitForResponse(/\/session\?include=/);
  await page.goto("/portal/");
  await early;
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await save(await portal.person(maya), NORTHGATE, { technical_emergency: ["meanwhile@example.com"] });
  await page.clock.fastForward("01:00");
  await page.getByRole("link", { name: "Contact information", exact: true }).click();
  await expect(new ContactForm(page).chip("meanwhile@example.com")).toBeVisible();
});

test("a save that would make the account incomplete is refused with the reason", async ({
  page,
  portal,
}) => {
  const form = new ContactForm(page);
  const before = await revision(page, portal);
  await form.chip(STORED).press("Delete");
  await expect(form.chip(STORED)).toHaveCount(0);
  await form.save.press("Enter");
  await expect(form.summary).toContainText("1 answer needs your attention");
  await expect(form.summary.getByRole("button")).toHaveText([
    "Technical emergency contacts: Enter at least one email address.",
  ]);
  // The refused text is kept as a draft. Discarding it shows the stored document again.
  await expect(page.getByText(/^Draft saved /).first()).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: "Discard draft" }).press("Enter");
  await expect(form.chip(STORED)).toBeVisible();
  expect(await revision(page, portal)).toBe(before);
});

test("the backend also refuses a save that would make the account incomplete", async ({ page, portal }) => {
  const path = `/accounts/${NORTHGATE}/contact-information`;
  const before = await portal.api(page, "GET", path);
  const { contact_information } = (await before.json()) as StoredContactInformation;
  const refused = await portal.api(page, "PUT", `${path}?environment=sandbox`, {
    data: { ...contact_information, technical_emergency: [], operational_support: [] },
    headers: { "if-match": before.headers()["etag"]! },
  });
  expect(refused.status()).toBe(422);
  expect(await refused.json()).toMatchObject({
    errors: [
      { field: "technical_emergency", code: "required" },
      { field: "operational_support", code: "required" },
    ],
  });
});

test("the browser asks before the user leaves unsaved changes", async ({ page }) => {
  const form = new ContactForm(page);
  await form.type("Technical emergency contacts", "pager@example.com");
  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe("beforeunload");
  await question.dismiss();
  await expect(form.chip("pager@example.com")).toBeVisible();
});

test("the browser does not ask if there are no changes", async ({ page }) => {
  const form = new ContactForm(page);
  await form.type("Technical emergency contacts", "pager@example.com");
  await form.chip("pager@example.com").press("Delete");
  await expect(form.chip("pager@example.com")).toHaveCount(0);
  let asked = false;
  page.on("dialog", async (question) => {
    asked = true;
    await question.accept();
  });
  await page.reload();
  await expect(form.chip(STORED)).toBeVisible();
  expect(asked).toBe(false);
});

test("changes are kept while the user visits other pages", async ({ page }) => {
  const form = new ContactForm(page);
  await form.type("Technical emergency contacts", "pager@example.com");
  const navigation = page.getByRole("navigation", { name: "Portal pages" });
  await navigation.getByRole("link", { name: "Home" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await navigation.getByRole("link", { name: "Contact information" }).click();
  await expect(form.chip("pager@example.com")).toBeVisible();
  // The button is shown for unsaved changes, whether or not the draft is on the server yet.
  await expect(page.getByRole("button", { name: "Discard draft" })).toBeVisible();
});
