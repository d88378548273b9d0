// Tests that the portal does not wait forever for a backend that accepts requests and never answers.

import { ContactForm } from "../../support/contact_form.ts";
import { expect, test } from "../../support/fixtures.ts";
import { amara, hannah } from "../../support/people.ts";

const SESSION = /\/api\/v1\/session\?/;

test("a backend that accepts requests and never answers is shown as unreachable", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  await page.clock.install();
  await page.route(SESSION, () => {});
  await page.goto("/portal/help");
  // Until the app runs, a jump of the clock ends the transfers of its files.
  await expect(page.locator(".portal-root")).not.toHaveAttribute("aria-busy");
  // Repeats, because the clock may advance before the app has set its timeout.
  await expect(async () => {
    await page.clock.fastForward(41_000);
    await expect(page.getByText("The portal can’t be reached")).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.unroute(SESSION);
  await page.getByRole("button", { name: "Retry" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Help and support" })).toBeVisible();
});

test("a save that is never answered is shown as failed, and can be sent again", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, hannah);
  // `AbortSignal.timeout` does not follow the test's clock. Once the test sets `impatient`, the timeout
  // of requests elapses almost at once.
  await page.addInitScript(() => {
    const { timeout } = AbortSignal;
    AbortSignal.timeout = (limit) =>
      timeout.call(AbortSignal, limit === 40_000 && "impatient" in window ? 100 : limit);
  });
  await page.goto("/portal/");
  const form = new ContactForm(page);
  await form.fillIn();
  await page.route(/\/contact-information\?environment=/, () => {}, { times: 1 });
  await page.evaluate(() => Object.assign(window, { impatient: true }));
  await form.submit.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Not saved" })).toHaveCount(1);
  await expect(form.chip("oncall@example.com")).toBeVisible();

  await page.evaluate(() => Reflect.deleteProperty(window, "impatient"));
  await form.submit.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
});
