// Tests several users of one account at the same time.

import type { Locator, Page } from "@playwright/test";

import { ContactForm, openForm } from "../../support/contact_form.ts";
import { expect, expectNoViolations, test } from "../../support/fixtures.ts";
import { isolated } from "../../support/isolated.ts";
import {
  BELLA_VISTA,
  COMPLETE_DOCUMENT,
  giulia,
  NORTHGATE,
  maya,
  tomasz,
  amara,
} from "../../support/people.ts";
import { save, stored } from "../../support/stored.ts";

const dialog = (page: Page) => page.getByRole("dialog", { name: "Required information" });
const CONTACT_PAGE = "/portal/configuration/contact-information";

test("a colleague's open page unlocks within two seconds of the save", async ({
  page,
  portal,
  browser,
}) => {
  const colleague = await portal.window(browser, giulia);
  await colleague.goto("/portal/help");
  await expect(dialog(colleague)).toBeVisible();

  const form = await openForm(page, portal, tomasz);
  await form.fillIn();
  await form.type("Operational contact for merchant issues", "merchants@example.com");
  const saved = page.waitForResponse(
    (response) => response.request().method() === "PUT" && !response.url().endsWith("/draft"),
  );
  await form.submit.press("Enter");
  expect((await saved).status()).toBe(200);

  const heading = colleague.getByRole("heading", { level: 1, name: "Help and support" });
  await expect(heading).toBeVisible({ timeout: 2_000 });
  await expect(dialog(colleague)).toHaveCount(0);
  await expect(colleague).toHaveURL("/portal/help");
  await expect(heading).toBeFocused();
  await expect(
    colleague.getByRole("status").filter({ hasText: "The portal is open." }),
  ).toHaveCount(1);
});

test("text that a user was typing when a colleague completed the form is kept on the page", async ({
  page,
  portal,
}) => {
  const form = await openForm(page, portal, tomasz);
  await form.type("Technical emergency contacts", "tomasz-oncall@example.com");
  await form.box("Technical non-emergency contacts").fill("half.typed@exam");

  await save(await portal.person(giulia), BELLA_VISTA, COMPLETE_DOCUMENT);
  await expect(dialog(page)).toHaveCount(0);
  await expect(
    page.getByRole("status").filter({ hasText: "What you typed is kept" }),
  ).toHaveCount(1);

  await page.getByRole("link", { name: "Contact information", exact: true }).click();
  await expect(page).toHaveURL(CONTACT_PAGE);
  await expect(form.chip("tomasz-oncall@example.com")).toBeVisible();
  // The box lost the focus when the modal closed, so its text became an entry.
  await expect(form.chip("half.typed@exam")).toBeVisible();
});

test("a colleague's save during typing is announced, and the versions can be compared", async ({
  page,
  portal,
}) => {
  const form = await openForm(page, portal, amara, CONTACT_PAGE);
  await form.type("Technical emergency contacts", "mine@example.com");
  await save(await portal.person(maya), NORTHGATE, { technical_emergency: ["theirs@example.com"] });
  await expect(page.getByText(/ has saved changes since you started editing\./)).toBeVisible();
  await page.getByRole("button", { name: "Compare now" }).press("Enter");
  const field = conflicting(page, "Technical emergency contacts");
  await expect(versions(field).nth(1)).toHaveAccessibleDescription("theirs@example.com");
});

test("a colleague's save appears at once if nothing is being typed", async ({
  page,
  portal,
}) => {
  const form = await openForm(page, portal, amara, CONTACT_PAGE);
  await expect(form.chip("oncall@northgate.example.com")).toBeVisible();
  await save(await portal.person(maya), NORTHGATE, { technical_emergency: ["new@example.com"] });
  await expect(form.chip("new@example.com")).toBeVisible();
  await expect(form.chip("oncall@northgate.example.com")).toHaveCount(0);
});

test.describe("when a colleague saved first", () => {
  test.beforeEach(async ({ page, portal }) => {
    const form = await openForm(page, portal, amara, CONTACT_PAGE);
    await form.type("Technical emergency contacts", "mine@example.com");
    await save(await portal.person(maya), NORTHGATE, {
      technical_emergency: ["theirs@example.com"],
      operational_platform: ["theirs-too@example.com"],
    });
    await form.save.press("Enter");
    await expect(page.getByText(`${isolated("Maya Lindqvist")} saved changes while you were editing.`))
      .toBeVisible();
  });

  test("both versions and the original are shown, and nothing has been overwritten", async ({
    page,
    portal,
  }) => {
    const field = conflicting(page, "Technical emergency contacts");
    await expect(field).toContainText("Before" + "oncall@northgate.example.com");
    const [mine, theirs] = [versions(field).nth(0), versions(field).nth(1)];
    await expect(mine).toHaveAccessibleDescription(
      "oncall@northgate.example.com mine@example.com",
    );
    await expect(theirs).toHaveAccessibleDescription("theirs@example.com");
    await expect(mine).not.toBeChecked();
    await expect(theirs).not.toBeChecked();
    // A field that is equal in both versions needs no choice. A field that only the colleague changed
    // has the colleague's version chosen already.
    const platform = conflicting(page, "Operational contact (for the platform)");
    await expect(versions(platform).nth(1)).toBeChecked();
    await expect(page.getByRole("radio")).toHaveCount(4);
    await expectNoViolations(page);
    expect((await stored(portal, page, NORTHGATE)).technical_emergency).toEqual(["theirs@example.com"]);
  });

  test("nothing is saved before a version is chosen for every field", async ({ page, portal }) => {
    await page.getByRole("button", { name: "Save these choices" }).press("Enter");
    const field = conflicting(page, "Technical emergency contacts");
    await expect(field).toBeFocused();
    await expect(field).toHaveAccessibleDescription("Choose one of the two versions.");
    expect((await stored(portal, page, NORTHGATE)).technical_emergency).toEqual(["theirs@example.com"]);
  });

  test("the colleague's version can be chosen field by field", async ({ page, portal }) => {
    await versions(conflicting(page, "Technical emergency contacts")).nth(1).press("Space");
    await page.getByRole("button", { name: "Save these choices" }).press("Enter");
    const form = new ContactForm(page);
    await expect(form.chip("theirs@example.com")).toBeVisible();
    await expect(form.chip("mine@example.com")).toHaveCount(0);
    expect((await stored(portal, page, NORTHGATE)).technical_emergency).toEqual(["theirs@example.com"]);
  });

  test("the user's version of one field can be combined with the colleague's version of another", async ({ page, portal }) => {
    await versions(conflicting(page, "Technical emergency contacts")).nth(0).press("Space");
    await page.getByRole("button", { name: "Save these choices" }).press("Enter");
    await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
    const now = await stored(portal, page, NORTHGATE);
    expect(now.technical_emergency).toEqual(["oncall@northgate.example.com", "mine@example.com"]);
    expect(now.operational_platform).toEqual(["theirs-too@example.com"]);
  });

  test("the user's version can be chosen for all fields at once", async ({ page, portal }) => {
    const before = await stored(portal, page, NORTHGATE);
    await page.getByRole("button", { name: "Choose your version everywhere" }).press("Enter");
    await page.getByRole("button", { name: "Save these choices" }).press("Enter");
    await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
    const now = await stored(portal, page, NORTHGATE);
    expect(now.technical_emergency).toEqual(["oncall@northgate.example.com", "mine@example.com"]);
    expect(now.operational_platform).not.toEqual(before.operational_platform);
  });

  test("a second save by a colleague in the meantime is not overwritten either", async ({
    page,
    portal,
  }) => {
    await save(await portal.person(maya), NORTHGATE, { technical_emergency: ["third@example.com"] });
    await versions(conflicting(page, "Technical emergency contacts")).nth(0).press("Space");
    await page.getByRole("button", { name: "Save these choices" }).press("Enter");
    const field = conflicting(page, "Technical emergency contacts");
    await expect(versions(field).nth(1)).toHaveAccessibleDescription("third@example.com");
    expect((await stored(portal, page, NORTHGATE)).technical_emergency).toEqual(["third@example.com"]);
  });
});

/** Returns the choice between the two versions of a field. */
const conflicting = (page: Page, label: string): Locator =>
  page
    .getByRole("group", { name: label.replace("the platform", isolated("Meridian")), exact: true })
    .filter({ has: page.getByRole("radio") });

/** Returns the two choices of a field: the user's version, then the saved one. */
const versions = (field: Locator): Locator => field.getByRole("radio");
