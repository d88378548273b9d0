// Tests Production, which unlike Sandbox requires alert contacts: users of the account who are mailed
// alerts.

import { ContactForm } from "../../support/contact_form.ts";
import { expect, type Page, test } from "../../support/fixtures.ts";
import { holdBack } from "../../support/hold_back.ts";
import { isolated } from "../../support/isolated.ts";
import { beatriz, giulia, WANDERLIGHT, type StoredContactInformation } from "../../support/people.ts";
import { stored } from "../../support/stored.ts";

const dialog = (page: Page) => page.getByRole("dialog", { name: "Required information" });
const picker = (page: Page) => page.getByRole("combobox", { name: "Alert contacts", exact: true });
const option = (page: Page, name: string) =>
  page.getByRole("listbox", { name: "Users" }).getByRole("option").filter({ hasText: name });
const chosen = (page: Page) =>
  page.getByRole("list", { name: "Chosen alert contacts" }).getByRole("listitem");

test("an account that is complete in Sandbox is asked for alert contacts in Production", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, beatriz);
  await page.goto("/portal/help?env=production");
  const progress = `${isolated(5)} of 6 complete`;
  await expect(dialog(page).getByRole("progressbar")).toHaveAttribute("aria-valuetext", progress);
  const form = new ContactForm(page);
  await form.isWhole();
  await form.submit.press("Enter");
  await expect(form.summary.getByRole("button")).toHaveText([
    "Alert contacts: Choose at least one user.",
  ]);
  await expect(picker(page)).toBeVisible();
  await form.summary.getByRole("button").press("Enter");
  await expect(picker(page)).toBeFocused();

  await page.keyboard.type("Rafael Nog");
  await expect(option(page, "rafael.nogueira@example.org")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(chosen(page)).toHaveCount(1);
  await expect(chosen(page)).toContainText("Rafael Nogueira");
  await expect(form.summary).toBeHidden();
  await form.submit.press("Enter");

  await expect(page.getByRole("heading", { level: 1, name: "Help and support" })).toBeFocused();
  await expect(page).toHaveURL("/portal/help?env=production");
  expect((await stored(portal, page, WANDERLIGHT)).alert_contacts).toEqual(["usr_rafael_nogueira"]);
});

test("a chosen user can be removed again, and is not offered twice", async ({ page, portal }) => {
  await portal.signIn(page, beatriz);
  await page.goto("/portal/?env=production");
  await picker(page).fill("Rafael Nog");
  await option(page, "rafael.nogueira@example.org").click();
  await expect(chosen(page)).toHaveCount(1);
  await picker(page).fill("Rafael Nog");
  await expect(page.getByText("No users found").first()).toBeVisible();
  const name = `Remove ${isolated("Rafael Nogueira")}`;
  await page.getByRole("button", { name }).press("Enter");
  await expect(chosen(page)).toHaveCount(0);
  await expect(picker(page)).toBeFocused();
});

test("an invited user who has not accepted is not offered", async ({ page, portal }) => {
  await portal.signIn(page, beatriz);
  await page.goto("/portal/?env=production");
  await picker(page).fill("pestana");
  await expect(page.getByText("No users found").first()).toBeVisible();
  await expect(option(page, "João Pestana")).toHaveCount(0);
});

test("switching the environment opens and closes the mandatory modal", async ({ page, portal }) => {
  await portal.signIn(page, beatriz);
  await page.goto("/portal/help");
  await expect(page.getByRole("heading", { level: 1, name: "Help and support" })).toBeVisible();
  await page.getByRole("link", { name: "Production", exact: true }).click();
  await expect(dialog(page)).toBeVisible();
  await expect(page).toHaveURL("/portal/help?env=production");
  await dialog(page).getByRole("link", { name: "Sandbox", exact: true }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1, name: "Help and support" })).toBeVisible();
  await expect(page).toHaveURL("/portal/help");
});

test("in Sandbox alert contacts are locked with the reason, and the backend refuses them", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, beatriz);
  await page.goto("/portal/configuration/contact-information");
  await expect(page.getByText("Available in Production")).toBeVisible();
  await expect(page.getByText("Alert contacts can only be set in the Production environment."))
    .toBeVisible();
  await expect(picker(page)).toHaveCount(0);

  const path = `/accounts/${WANDERLIGHT}/contact-information`;
  const before = await portal.api(page, "GET", path);
  const { contact_information } = (await before.json()) as StoredContactInformation;
  const refused = await portal.api(page, "PUT", `${path}?environment=sandbox`, {
    data: { ...contact_information, alert_contacts: ["usr_rafael_nogueira"] },
    headers: { "if-match": before.headers()["etag"]! },
  });
  expect(refused.status()).toBe(422);
  expect(await refused.json()).toMatchObject({
    errors: [{ field: "alert_contacts", code: "only_in_production" }],
  });
});

test("an integration type without contacts for merchant issues does not ask for them", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, beatriz);
  await page.goto("/portal/?env=production");
  const form = new ContactForm(page);
  await expect(form.box("Technical emergency contacts")).toBeVisible();
  await expect(form.box("Operational contact for merchant issues")).toHaveCount(0);
});

test("in Sandbox the field links to Production, and typed text is kept", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, giulia);
  await page.goto("/portal/help");
  const form = new ContactForm(page);
  await form.type("Technical emergency contacts", "oncall@example.com");
  await dialog(page).getByRole("link", { name: "Switch to Production" }).press("Enter");
  await expect(picker(page)).toBeVisible();
  await expect(page).toHaveURL("/portal/help?env=production");
  await expect(form.chip("oncall@example.com")).toBeVisible();
});

test("users are found by name and by address, and the list shows their roles", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, beatriz);
  await page.goto("/portal/?env=production");
  await picker(page).fill("rafael.nogueira@");
  await expect(option(page, "Rafael Nogueira")).toContainText("Editor");
});

test("a late response to an older search is ignored", async ({ page, portal }) => {
  await portal.signIn(page, beatriz);
  const release = await holdBack(page, /\/users\?.*query=Rafael&?$/);
  await page.goto("/portal/?env=production");
  const asked = page.waitForRequest(/\/users\?.*query=Rafael&?$/);
  await picker(page).fill("Rafael");
  await asked;
  await picker(page).fill("Priya Raman");
  await expect(option(page, "Priya Raman")).toBeVisible();
  const late = page.waitForResponse(/\/users\?.*query=Rafael&?$/);
  release();
  await (await late).finished();
  await expect(option(page, "Priya Raman")).toBeVisible();
  await expect(option(page, "Rafael Nogueira")).toHaveCount(0);
});

test("a failed search shows an error, and further typing searches again", async ({ page, portal }) => {
  await portal.signIn(page, beatriz);
  await page.goto("/portal/?env=production");
  // Waits for the requests that the page sends by itself, so that the fault hits the search.
  await picker(page).click();
  await expect(page.getByRole("listbox", { name: "Users" }).getByRole("option").first()).toBeVisible();
  await portal.api(page, "PUT", "/test/faults", { data: { fail: "users", times: 1 } });
  await picker(page).fill("Rafael");
  await expect(page.getByText("This couldn’t be loaded").first()).toBeVisible();
  await picker(page).fill("Rafael Nog");
  await expect(option(page, "Rafael Nogueira")).toBeVisible();
});
