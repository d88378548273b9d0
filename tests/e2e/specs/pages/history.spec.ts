// Tests the history, which shows who saved which fields, and when.

import type { Locator, Page } from "@playwright/test";

import { ContactForm } from "../../support/contact_form.ts";
import { expect, test } from "../../support/fixtures.ts";
import { isolated } from "../../support/isolated.ts";
import { amara, giulia, maya, NORTHGATE, siobhan } from "../../support/people.ts";
import type { Person } from "../../support/portal.ts";
import { save } from "../../support/stored.ts";

const CONTACT_PAGE = "/portal/configuration/contact-information";

const history = (page: Page): Locator => page.getByRole("region", { name: "History" });

const saves = (page: Page): Locator => history(page).getByRole("listitem").filter({
  has: page.locator("details"),
});

const saveEmergency = (person: Person, address: string) =>
  save(person, NORTHGATE, { technical_emergency: [address] });

test("every save shows its author, time and fields, the newest first", async ({ page, portal }) => {
  await portal.signIn(page, amara);
  await page.goto(CONTACT_PAGE);
  const newest = saves(page).first();
  await expect(newest).toContainText(isolated("Amara Okafor"));
  await expect(newest).toContainText("Alert contacts");
  await expect(saves(page)).toHaveCount(3);
});

test("an opened save shows which entries were added and removed", async ({ page, portal }) => {
  const colleague = await portal.person(maya);
  await saveEmergency(colleague, "old@example.com");
  await saveEmergency(colleague, "new@example.com");
  await portal.signIn(page, amara);
  await page.goto(CONTACT_PAGE);
  const newest = saves(page).first();
  await expect(newest.getByRole("definition")).toBeHidden();
  await newest.locator("summary").press("Enter");
  await expect(newest.getByRole("deletion")).toHaveText("old@example.com");
  await expect(newest.getByRole("insertion")).toHaveText("new@example.com");
  await expect(newest.getByRole("definition")).toHaveText(
    "Removed: old@example.com" + "Added: new@example.com",
  );
});

test("the user's own save appears at once, and a colleague's save without a reload", async ({ page, portal }) => {
  await portal.signIn(page, amara);
  await page.goto(CONTACT_PAGE);
  await expect(saves(page)).toHaveCount(3);
  const form = new ContactForm(page);
  await form.type("Technical emergency contacts", "mine@example.com");
  await form.save.press("Enter");
  await expect(saves(page)).toHaveCount(4);
  await expect(saves(page).first()).toContainText(isolated("Amara Okafor"));

  await saveEmergency(await portal.person(maya), "theirs@example.com");
  await expect(saves(page)).toHaveCount(5);
  await expect(saves(page).first()).toContainText(isolated("Maya Lindqvist"));
});

test("older saves are fetched on demand", async ({ page, portal }) => {
  const colleague = await portal.person(maya);
  for (let save = 0; save < 9; save += 1) await saveEmergency(colleague, `n${save}@example.com`);
  await portal.signIn(page, amara);
  await page.goto(CONTACT_PAGE);
  await expect(saves(page)).toHaveCount(10);
  const older = history(page).getByRole("button", { name: "Show earlier versions" });
  await older.press("Enter");
  await expect(saves(page)).toHaveCount(12);
  await expect(older).toHaveCount(0);

  // They stay in the list when a colleague saves.
  await saveEmergency(colleague, "newest@example.com");
  await expect(saves(page)).toHaveCount(13);
});

test("readers see the history too", async ({ page, portal }) => {
  await portal.signIn(page, siobhan);
  await page.goto(CONTACT_PAGE);
  await expect(saves(page)).toHaveCount(3);
});

test("a history that cannot be fetched offers to try again", async ({ page, portal }) => {
  await portal.signIn(page, amara);
  await portal.api(page, "PUT", "/test/faults", { data: { fail: "revisions", times: 1 } });
  await page.goto(CONTACT_PAGE);
  await history(page).getByRole("button", { name: "Retry" }).press("Enter");
  await expect(saves(page)).toHaveCount(3);
});

test("an account without any save shows no history", async ({ page, portal }) => {
  await portal.signIn(page, giulia);
  await page.goto(CONTACT_PAGE);
  await expect(page.getByRole("dialog", { name: "Required information" })).toBeVisible();
  await expect(history(page)).toHaveCount(0);
});
