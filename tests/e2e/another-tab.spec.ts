// Two people in one browser: all its tabs have the cookie of whoever signed in last.

import { openForm } from "./contact_form.ts";
import { expect, test } from "./fixtures.ts";
import { expectKept, keptDraft } from "./kept_draft.ts";
import { amara, maya, NORTHGATE } from "./people.ts";
import { save } from "./stored.ts";

const CONTACT_PAGE = "/portal/configuration/contact-information";
const EMERGENCY = "Technical emergency contacts";

test("what is typed when somebody else has signed in in another tab is kept in nobody else's name", async ({
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

test("whoever has signed in in another tab says so once, and the portal is theirs", async ({
  page,
  portal,
}) => {
  await openForm(page, portal, amara, CONTACT_PAGE);
  await portal.signIn(page, maya);
  // A change ends the question that waits for one; the next is asked with the other one's cookie.
  await save(await portal.person(maya), NORTHGATE, { technical_emergency: ["theirs@example.com"] });
  await expect(page.getByText("Your session has ended")).toBeVisible();
  await page.getByRole("button", { name: "I have signed in again" }).press("Enter");
  // Her first account is another one, and locked.
  const dialog = page.getByRole("dialog", { name: "Required information" });
  await expect(dialog.getByRole("button", { name: "Maya Lindqvist" })).toBeVisible();
});
