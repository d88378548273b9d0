// Tests the form on a touch screen.

import { ContactForm } from "../../support/contact_form.ts";
import { expect, test } from "../../support/fixtures.ts";
import { giulia } from "../../support/people.ts";

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

test("the text in boxes has at least 16 pixels, because phones zoom the page for smaller text", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, giulia);
  await page.goto("/portal/");
  const form = new ContactForm(page);
  await form.isWhole();
  await form.addSchedule("Europe/Warsaw");
  const boxes = page.locator("input:not([type=checkbox]), select, textarea");
  const sizes = await boxes.evaluateAll((boxes) =>
    boxes.map((box) => Number.parseFloat(getComputedStyle(box).fontSize)),
  );
  expect(sizes.length).toBeGreaterThan(6);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);
});
