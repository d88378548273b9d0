// Tests that the focused element is never covered by sticky parts such as the head and the foot of the
// modal, even in very small windows, and that the modal's ways out are in view on a phone.

import { ContactForm } from "../../support/contact_form.ts";
import { COVERED_BY_BAR } from "../../support/firefox_limits.ts";
import { expect, type Page, test } from "../../support/fixtures.ts";
import { Keyboard } from "../../support/keyboard.ts";
import { amara, beatriz, giulia } from "../../support/people.ts";

const dialog = (page: Page) => page.getByRole("dialog", { name: "Required information" });

for (const viewport of [
  { width: 1280, height: 720 },
  { width: 640, height: 360 },
  { width: 360, height: 740 },
  { width: 320, height: 256 },
]) {
  test.describe(`${viewport.width} by ${viewport.height} pixels`, () => {
    test.use({ viewport });

    test("every tab stop in the modal with errors is in view", async ({ page, portal }) => {
      await portal.signIn(page, giulia);
      await page.goto("/portal/");
      const form = new ContactForm(page);
      await page.getByRole("button", { name: "Add schedule" }).press("Enter");
      await form.submit.press("Enter");
      await expect(form.summary).toBeVisible();
      await dialog(page).getByRole("heading", { name: "Required information" }).focus();
      const keyboard = new Keyboard(page);
      await keyboard.tabTo(form.submit);
      await keyboard.tabTo(page.getByRole("tab", { selected: true }), "Shift+Tab");
    });

    test("every tab stop on the Contact information page is in view", async ({
      page,
      portal,
      browserName,
    }) => {
      test.fixme(browserName === "firefox", COVERED_BY_BAR);
      await portal.signIn(page, amara);
      await page.goto("/portal/configuration/contact-information");
      const form = new ContactForm(page);
      await form.type("Technical emergency contacts", "mine@example.com");
      const history = page.getByRole("region", { name: "History" });
      await new Keyboard(page).tabTo(history.locator("summary").first());
    });

    test("every tab stop in a list of ten thousand users is in view", async ({ page, portal }) => {
      await portal.signIn(page, beatriz);
      await page.goto("/portal/configuration/account-and-users");
      const manage = page.getByRole("button", { name: /^Manage/ });
      await expect(manage.nth(3)).toBeVisible();
      await new Keyboard(page).tabTo(manage.nth(3));
    });
  });
}

test.describe("360 pixels wide", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("support, help and Submit are in view", async ({ page, portal }) => {
    await portal.signIn(page, giulia);
    await page.goto("/portal/");
    await expect(dialog(page).getByRole("combobox", { name: "Language" })).toBeVisible();
    for (const name of ["Contact support", "How to get help"]) {
      await expect(dialog(page).getByRole("link", { name })).toBeInViewport({ ratio: 1 });
    }
    await expect(new ContactForm(page).submit).toBeInViewport({ ratio: 1 });
  });
});
