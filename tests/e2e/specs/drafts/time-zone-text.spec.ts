// Tests the draft of text in the box of a time zone that chooses no zone.

import { ContactForm } from "../../support/contact_form.ts";
import { expect, test } from "../../support/fixtures.ts";
import { expectKept } from "../../support/kept_draft.ts";
import { BELLA_VISTA, giulia } from "../../support/people.ts";

test.beforeEach(async ({ page, portal }) => {
  await portal.signIn(page, giulia);
  await page.goto("/portal");
  await new ContactForm(page).addSchedule("Europe/Warsaw");
});

test("text that offers time zones but chooses none is restored with an error", async ({ page, portal }) => {
  const form = new ContactForm(page);
  const picker = form.schedule(1).getByRole("combobox", { name: "Time zone" });
  await picker.fill("EST");
  await page.keyboard.press("Tab");
  await expectKept(portal, page, BELLA_VISTA, '"time_zone":"","time_zone_text":"EST"');

  await page.reload();
  await expect(picker).toHaveValue("EST");
  await expect(picker).toHaveAccessibleDescription("Choose a time zone.");

  await page.getByRole("button", { name: "Discard draft" }).press("Enter");
  await expect(picker).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(picker).toHaveValue("EST");

  await form.hasTables();
  await picker.fill("est");
  await page.getByRole("option", { name: /^New York/ }).click();
  await expect(picker).toHaveValue("New York (Americas)");
  await expectKept(portal, page, BELLA_VISTA, '"time_zone":"America/New_York","time_zone_text":""');
  await page.reload();
  await expect(picker).toHaveValue("New York (Americas)");
  await expect(picker).toHaveAccessibleDescription("");
});

test("text that is still in the box of a time zone is restored in place of the chosen zone", async ({
  page,
  portal,
}) => {
  const form = new ContactForm(page);
  const picker = form.schedule(1).getByRole("combobox", { name: "Time zone" });
  await picker.fill("asia/tokyo");
  await expectKept(portal, page, BELLA_VISTA, '"time_zone_text":"asia/tokyo"');

  await page.reload();
  await expect(picker).toHaveValue("asia/tokyo");
  await expect(picker).toHaveAccessibleDescription("Choose a time zone.");
  await form.hasTables();
  await picker.focus();
  await page.keyboard.press("Tab");
  await expect(picker).toHaveValue("Tokyo (Asia)");
  await expect(picker).toHaveAccessibleDescription("");
});
