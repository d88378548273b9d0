// Tests the draft: text that is typed but not submitted is kept on the server, for its author only.

import type { Page } from "@playwright/test";

import { ContactForm } from "../../support/contact_form.ts";
import { endSessionAfter } from "../../support/end_session.ts";
import { expect, test } from "../../support/fixtures.ts";
import { chipsOf, draftSaved, expectKept, keptDraft } from "../../support/kept_draft.ts";
import {
  BELLA_VISTA,
  CEDAR_STONE,
  COMPLETE_DOCUMENT,
  giulia,
  hannah,
  tomasz,
} from "../../support/people.ts";

const CONTACT_PAGE = "/portal/configuration/contact-information";
const EMERGENCY = "Technical emergency contacts";

const restored = (page: Page) => page.getByText(/^Your draft from .* has been restored\.$/).last();

test("typed text is restored after a reload, including half-typed addresses", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, giulia);
  await page.goto("/portal");
  const form = new ContactForm(page);
  await form.type(EMERGENCY, "oncall@example.com");
  await page.keyboard.type("half-ty");
  await form.addSchedule("Europe/Warsaw");
  await expectKept(portal, page, BELLA_VISTA, "Europe/Warsaw");

  await page.reload();
  await expect(restored(page)).toBeVisible();
  await expect(form.chip("oncall@example.com")).toBeVisible();
  // The box lost the focus to the schedule, so its text became an entry.
  await expect(form.chip("half-ty")).toBeVisible();
  await expect(form.schedule(1)).toBeVisible();
  await expect(draftSaved(page)).toBeVisible();
});

test("a session that ends before the draft has loaded is noticed, and the next session keeps drafts", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, giulia);
  let endSession!: () => void;
  const sessionOver = new Promise<void>((resolve) => (endSession = resolve));
  await page.route("**/contact-information/draft", async (route) => {
    await sessionOver;
    await route.fallback();
  });
  await page.goto("/portal");
  const form = new ContactForm(page);
  await form.box(EMERGENCY).fill("half-ty");
  await portal.api(page, "DELETE", "/demo/session");
  endSession();
  await expect(page.getByText("Your session has ended")).toBeVisible();

  await portal.signIn(page, giulia);
  await page.getByRole("button", { name: "I have signed in again" }).press("Enter");
  // The box lost the focus when the form went away, so its text became an entry.
  await expect(form.chip("half-ty")).toBeVisible();
  await expect(draftSaved(page)).toBeVisible();
  await expectKept(portal, page, BELLA_VISTA, chipsOf("half-ty"));
});

test("text that was still in the box is restored to the box", async ({ page, portal }) => {
  await portal.signIn(page, giulia);
  await page.goto("/portal");
  const form = new ContactForm(page);
  await form.box(EMERGENCY).focus();
  await page.keyboard.type("half-ty");
  await expectKept(portal, page, BELLA_VISTA, "half-ty");
  await page.reload();
  await expect(restored(page)).toBeVisible();
  await expect(form.box(EMERGENCY)).toHaveValue("half-ty");
});

test("the draft is restored after the page was closed", async ({ page, context, portal }) => {
  await portal.signIn(page, giulia);
  await page.goto("/portal");
  await new ContactForm(page).type(EMERGENCY, "oncall@example.com");
  await expectKept(portal, page, BELLA_VISTA, chipsOf("oncall@example.com"));
  await page.close();

  const next = await context.newPage();
  await next.goto("/portal");
  await expect(restored(next)).toBeVisible();
  await expect(new ContactForm(next).chip("oncall@example.com")).toBeVisible();
});

test("no typed text is in the browser's storage or in the URL", async ({ page, portal }) => {
  await portal.signIn(page, giulia);
  await page.goto("/portal");
  await new ContactForm(page).type(EMERGENCY, "oncall@example.com");
  await expect(draftSaved(page)).toBeVisible();
  const stored = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    url: location.href,
    state: JSON.stringify(history.state) ?? "",
  }));
  expect(stored).toMatchObject({ local: 0, session: 0, databases: 0, caches: 0 });
  expect(stored.url + stored.state).not.toContain("oncall");
});

test("a colleague does not see the draft", async ({ page, portal, browser }) => {
  await portal.signIn(page, giulia);
  await page.goto("/portal");
  await new ContactForm(page).type(EMERGENCY, "oncall@example.com");
  await expect(draftSaved(page)).toBeVisible();

  const context = await browser.newContext({ baseURL: portal.url });
  const theirs = await context.newPage();
  await portal.signIn(theirs, tomasz);
  await theirs.goto("/portal");
  const form = new ContactForm(theirs);
  await form.type("Technical non-emergency contacts", "tomasz@example.com");
  await expect(draftSaved(theirs)).toBeVisible();
  await expect(form.chip("oncall@example.com")).toHaveCount(0);
  await context.close();
});

test("a draft can be discarded, and discarding can be undone", async ({ page, portal }) => {
  await portal.signIn(page, giulia);
  await page.goto("/portal");
  const form = new ContactForm(page);
  await form.type(EMERGENCY, "oncall@example.com");
  await expect(draftSaved(page)).toBeVisible();

  await page.getByRole("button", { name: "Discard draft" }).press("Enter");
  await expect(form.chip("oncall@example.com")).toHaveCount(0);
  // Undo takes the place of the button that was pressed, with the focus.
  const undo = page.getByRole("button", { name: "Undo" });
  await expect(undo).toBeFocused();
  await expect.poll(() => keptDraft(portal, page, BELLA_VISTA)).toBeNull();

  await undo.press("Enter");
  await expect(form.chip("oncall@example.com")).toBeVisible();
  await expect.poll(() => keptDraft(portal, page, BELLA_VISTA)).not.toBeNull();
});

test("a draft is deleted once it is submitted", async ({ page, portal }) => {
  await portal.signIn(page, hannah);
  await page.goto("/portal");
  const form = new ContactForm(page);
  await form.fillIn();
  await expect(draftSaved(page)).toBeVisible();
  await form.submit.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await expect.poll(() => keptDraft(portal, page, CEDAR_STONE)).toBeNull();

  await page.goto(CONTACT_PAGE);
  await expect(form.chip("oncall@example.com")).toBeVisible();
  await expect(page.getByText(/^Last saved by/)).toBeVisible();
  await expect(restored(page)).toHaveCount(0);
});

test("a draft that could not be saved shows a message, and is saved as soon as possible", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, giulia);
  const data = { fail: "save_draft", times: 1 };
  await portal.api(page, "PUT", "/test/faults", { data });
  await page.goto("/portal");
  await new ContactForm(page).type(EMERGENCY, "oncall@example.com");
  await expect(page.getByText(/^The draft couldn’t be saved\./).first()).toBeVisible();
  await expect(draftSaved(page)).toBeVisible();
  expect(await keptDraft(portal, page, BELLA_VISTA)).not.toBeNull();
});

test("text that is too long for a draft shows a message and stays in the form", async ({ page, portal }) => {
  await portal.signIn(page, giulia);
  await page.goto("/portal");
  const form = new ContactForm(page);
  await form.shared.fill("x".repeat(70_000));
  await expect(page.getByText(/^This is too much to keep as a draft\./).first()).toBeVisible();
  await expect(form.shared).toHaveValue("x".repeat(70_000));
});

test("after the user has signed in again, typed text is kept as before", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, giulia);
  await page.goto("/portal");
  const form = new ContactForm(page);
  await form.type(EMERGENCY, "oncall@example.com");
  await expectKept(portal, page, BELLA_VISTA, chipsOf("oncall@example.com"));

  await endSessionAfter(page, portal, () =>
    form.box("Technical non-emergency contacts").fill("later@example.com"),
  );
  await expect(page.getByText("Your session has ended")).toBeVisible();
  await portal.signIn(page, giulia);
  await page.getByRole("button", { name: "I have signed in again" }).press("Enter");
  await form.type("Operational contact (for the platform)", "again@example.com");
  for (const address of ["again@example.com", "oncall@example.com", "later@example.com"]) {
    await expectKept(portal, page, BELLA_VISTA, chipsOf(address));
  }
});

test("the next user in the same browser does not see the draft", async ({ page, portal }) => {
  await portal.signIn(page, giulia);
  await page.goto("/portal");
  await new ContactForm(page).type(EMERGENCY, "oncall@example.com");
  await expect(draftSaved(page)).toBeVisible();
  await portal.signIn(page, hannah);
  await page.goto("/portal");
  const form = new ContactForm(page);
  await form.shared.fill(COMPLETE_DOCUMENT.operational_shared);
  await expect(draftSaved(page)).toBeVisible();
  await expect(form.chip("oncall@example.com")).toHaveCount(0);
});
