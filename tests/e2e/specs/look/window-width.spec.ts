// Tests that text can be typed as usual after the window has changed its width.

import { expect, test } from "../../support/fixtures.ts";
import { PortalView } from "../../support/page_object.ts";
import { amara, giulia } from "../../support/people.ts";
import { Sentences } from "../../support/sentences.ts";

const WIDE = { width: 960, height: 800 };
const NARROW = { width: 600, height: 800 };

test.use({ viewport: WIDE });

for (const [name, windows] of [
  ["narrower", [NARROW]],
  ["narrower and wider again", [NARROW, WIDE]],
] as const) {
  test(`the form in the modal accepts text in a window that becomes ${name}`, async ({ page, portal }) => {
    const view = new PortalView(page, portal, await Sentences.in("en"));
    await portal.signIn(page, giulia);
    await page.goto("/portal/");
    await view.formIsWhole();
    for (const window of windows) await page.setViewportSize(window);
    await view.typeAddress("TechnicalEmergency", "oncall@example.com");
  });

  test(`the form of a dialog accepts text in a window that becomes ${name}`, async ({ page, portal }) => {
    const view = new PortalView(page, portal, await Sentences.in("en"));
    await portal.signIn(page, amara);
    await page.goto("/portal/configuration/account-and-users");
    await view.button("AddUser").press("Enter");
    const box = view.box("Name");
    await expect(box).toBeVisible();
    for (const window of windows) await page.setViewportSize(window);
    await box.focus();
    await page.keyboard.type("Ada Lovelace");
    await expect(box).toHaveValue("Ada Lovelace");
  });
}
