// Tests text that is typed just before the page is left, so that the debounce of the draft never
// elapses.

import type { Page } from "@playwright/test";

import { type ContactForm, openForm } from "../../support/contact_form.ts";
import { LAST_WORDS_LOST } from "../../support/firefox_limits.ts";
import { expect, test } from "../../support/fixtures.ts";
import { chipsOf, expectKept, keptDraft } from "../../support/kept_draft.ts";
import { BELLA_VISTA, CEDAR_STONE, giulia, hannah } from "../../support/people.ts";
import type { Portal } from "../../support/portal.ts";
import { storedDocument } from "../../support/stored.ts";

const EMERGENCY = "Technical emergency contacts";

test.fixme(({ browserName }) => browserName === "firefox", LAST_WORDS_LOST);

/** Opens the form, waits for a saved draft, then stops the timers of the page. */
async function formWithoutTimers(page: Page, portal: Portal): Promise<ContactForm> {
  await page.clock.install();
  const form = await openForm(page, portal, giulia);
  await form.type(EMERGENCY, "first@example.com");
  await expectKept(portal, page, BELLA_VISTA, chipsOf("first@example.com"));
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 5_000);
  return form;
}

test("text typed just before a link is followed is saved", async ({ page, portal }) => {
  const form = await formWithoutTimers(page, portal);
  await form.box(EMERGENCY).fill("last-words");
  await page.goto("/healthz");
  await expectKept(portal, page, BELLA_VISTA, "last-words");
});

test("text typed just before the tab is closed is saved", async ({ page, context, portal }) => {
  const form = await formWithoutTimers(page, portal);
  await form.box(EMERGENCY).fill("last-words");
  const next = await context.newPage();
  await page.close();
  await expectKept(portal, next, BELLA_VISTA, "last-words");
});

test("a draft that is emptied just before a link is followed is deleted", async ({
  page,
  portal,
}) => {
  const form = await formWithoutTimers(page, portal);
  await form.chip("first@example.com").press("Delete");
  await page.goto("/healthz");
  await expect.poll(() => keptDraft(portal, page, BELLA_VISTA)).toBeNull();
});

test("a form submitted just before the tab is closed is saved", async ({
  page,
  context,
  portal,
}) => {
  const form = await openForm(page, portal, hannah);
  await form.fillIn();
  const next = await context.newPage();
  const sent = page.waitForRequest((request) => /contact-information\?/.test(request.url()));
  await form.submit.press("Enter");
  await sent;
  await page.close();
  await expect.poll(async () => (await storedDocument(portal, next, CEDAR_STONE)).revision).toBe(1);
});
