// Tests two users in one browser, whose tabs all have the cookie of the latest sign-in.

import { openForm } from "../../support/contact_form.ts";
import { expect, test } from "../../support/fixtures.ts";
import { expectKept, keptDraft } from "../../support/kept_draft.ts";
import { amara, maya, NORTHGATE } from "../../support/people.ts";
import { save } from "../../support/stored.ts";

const CONTACT_PAGE = "/portal/configuration/contact-information";
const EMERGENCY = "Technical emergency contacts";

test("text typed after another user has signed in in another tab is not kept as that user's draft", async ({
  page,
  portal,
}) => {
  const form = await openForm(page, portal, amara, CONTACT_PAGE);
  await portal.signIn(page, maya);
  await form.type(EMERGENCY, "amara@example.com");
  await expect(page.getByText("Your session has ended")).toBeVisible();
  expect(await keptDraft(portal, page, NORTHGATE)).toBeNull();

  await portal.signIn(page, amara);
  await page.getByRole("button", { name: "I have signed in again" }).press("Enter");
  await expect(form.chip("amara@example.com")).toBeVisible();
  await expectKept(portal, page, NORTHGATE, "amara@example.com");
});

test("a user who has signed in in another tab confirms it once, and the portal is theirs", async ({
  page,
  portal,
}) => {
  await openForm(page, portal, amara, CONTACT_PAGE);
  await portal.signIn(page, maya);
  // A change ends the long poll, and the next request carries the other user's cookie.
  await save(await portal.person(maya), NORTHGATE, { technical_emergency: ["theirs@example.com"] });
  await expect(page.getByText("Your session has ended")).toBeVisible();
  await page.getByRole("button", { name: "I have signed in again" }).press("Enter");
  // Maya's first account is a different one, which is locked.
  const dialog = page.getByRole("dialog", { name: "Required information" });
  await expect(dialog.getByRole("button", { name: "Maya Lindqvist" })).toBeVisible();
});
