// Tests a draft of an earlier visit that cannot be restored without asking the user.

import { ContactForm, openForm } from "../../support/contact_form.ts";
import { expect, test } from "../../support/fixtures.ts";
import { holdBack } from "../../support/hold_back.ts";
import { chipsOf, draftPath, draftSaved, expectKept, keptDraft } from "../../support/kept_draft.ts";
import { amara, BELLA_VISTA, giulia, maya, NORTHGATE } from "../../support/people.ts";
import { save, stored } from "../../support/stored.ts";

const CONTACT_PAGE = "/portal/configuration/contact-information";
const EMERGENCY = "Technical emergency contacts";

test.describe("when the user types before the draft has loaded", () => {
  test.beforeEach(async ({ page, portal }) => {
    const form = await openForm(page, portal, giulia);
    await form.type(EMERGENCY, "earlier@example.com");
    await expectKept(portal, page, BELLA_VISTA, chipsOf("earlier@example.com"));

    // The response with the draft is held back until something has been typed.
    const release = await holdBack(page, `**${draftPath(BELLA_VISTA)}`);
    await page.reload();
    await form.type(EMERGENCY, "later@example.com");
    release();
    await expect(page.getByText(/^You have a draft from/)).toBeVisible();
    await expect(form.chip("later@example.com")).toBeVisible();
    await expect(form.chip("earlier@example.com")).toHaveCount(0);
  });

  test("the draft can be used", async ({ page }) => {
    await page.getByRole("button", { name: "Use the draft" }).press("Enter");
    const form = new ContactForm(page);
    await expect(form.chip("earlier@example.com")).toBeVisible();
    await expect(form.chip("later@example.com")).toHaveCount(0);
  });

  test("the newly typed text can be kept", async ({ page, portal }) => {
    await page.getByRole("button", { name: "Keep what is typed here" }).press("Enter");
    await expect(new ContactForm(page).chip("later@example.com")).toBeVisible();
    const content = async () => (await keptDraft(portal, page, BELLA_VISTA))?.content ?? "";
    await expect.poll(content).toContain("later@example.com");
    expect(await content()).not.toContain("earlier@example.com");
  });
});

test("a draft of another version of the form is shown as plain text until it is discarded", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, giulia);
  const data = { form_version: 0, content: "pager: oncall@example.com", base_revision: 0 };
  await portal.api(page, "PUT", draftPath(BELLA_VISTA), { data });
  await page.goto("/portal");
  const content = page.getByRole("textbox", { name: "Content of the draft" });
  await expect(content).toHaveValue("pager: oncall@example.com");

  // Newly typed text must not replace this draft.
  const form = new ContactForm(page);
  await form.type(EMERGENCY, "new@example.com");
  await page.reload();
  await expect(content).toHaveValue("pager: oncall@example.com");

  await form.type(EMERGENCY, "new@example.com");
  const notice = page.getByText(/was written by another version of this form\.$/).locator("..");
  await notice.getByRole("button", { name: "Discard draft" }).press("Enter");
  await expect(content).toHaveCount(0);
  await expect(draftSaved(page)).toBeVisible();
  await expect(form.chip("new@example.com")).toBeVisible();
});

test("a draft that is older than a colleague's save is compared with it, not put over it", async ({
  page,
  portal,
}) => {
  const form = await openForm(page, portal, amara, CONTACT_PAGE);
  await form.type(EMERGENCY, "mine@example.com");
  await expect(draftSaved(page)).toBeVisible();
  await page.goto("about:blank");

  await save(await portal.person(maya), NORTHGATE, { operational_platform: ["theirs@example.com"] });

  await page.goto(CONTACT_PAGE);
  await expect(page.getByText(/ saved changes while you were editing\./).first()).toBeVisible();
  // Each of the two changed a different field, so all versions are chosen already.
  await page.getByRole("button", { name: "Save these choices" }).press("Enter");
  await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
  const now = await stored(portal, page, NORTHGATE);
  expect(now.technical_emergency).toContain("mine@example.com");
  expect(now.operational_platform).toEqual(["theirs@example.com"]);
});
