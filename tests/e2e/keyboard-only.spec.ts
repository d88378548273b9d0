// The whole form without a pointer, by nothing but keys, in both directions.

import { readFile } from "node:fs/promises";

import { expect, type Page, test } from "./fixtures.ts";
import { isolated } from "./isolated.ts";
import { CEDAR_STONE, hannah, type StoredContactInformation } from "./people.ts";

/** Presses Tab until the control has the focus. */
async function tabTo(page: Page, control: ReturnType<Page["locator"]>): Promise<void> {
  await expect(control).toBeVisible();
  const hasFocus = () =>
    control.evaluate((it) => (it.getRootNode() as ShadowRoot).activeElement === it);
  for (let stop = 0; !(await hasFocus()); stop += 1) {
    expect(stop, "the control is among the first stops").toBeLessThan(60);
    await page.keyboard.press("Tab");
  }
}

for (const [locale, language] of [
  ["en-US", "en"],
  ["he-IL", "he"],
] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test("somebody fills everything in with the keyboard alone and is let in", async ({
      page,
      portal,
    }) => {
      const file = new URL(`../../src/i18n/locales/${language}.json`, import.meta.url);
      const texts = JSON.parse(await readFile(file, "utf8")) as Record<string, string>;
      const name = (key: string) => texts[key]!.replace("{platform}", isolated("Meridian"));
      const box = (key: string) => page.getByRole("textbox", { name: name(key), exact: true });
      const button = (key: string) => page.getByRole("button", { name: name(key), exact: true });
      await portal.signIn(page, hannah);
      await page.goto("/portal/");

      // An impatient first try: the list of errors has the focus, and leads to the first field.
      await tabTo(page, button("Submit"));
      await page.keyboard.press("Enter");
      const errors = page.getByRole("alert").getByRole("button");
      await expect(errors).toHaveCount(4);
      await page.keyboard.press("Tab");
      await expect(errors.first()).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(box("TechnicalEmergency")).toBeFocused();

      await page.keyboard.type("oncall@example.com");
      await page.keyboard.press("Enter");
      await tabTo(page, box("TechnicalNonEmergency"));
      await page.keyboard.type("api-team@example.com,");
      await tabTo(page, box("OperationalPlatform"));
      await page.keyboard.type("ops@example.com");
      // Leaving the box ends the entry, too.
      await tabTo(page, box("OperationalShared"));
      await expect(box("OperationalShared")).toHaveValue(/@/);
      await tabTo(page, button("AddSchedule"));
      await page.keyboard.press("Enter");
      await expect(page.getByRole("combobox", { name: name("TimeZone") })).toBeFocused();
      await page.keyboard.type("warsaw");
      const zones = page.getByRole("listbox", { name: name("TimeZones") });
      await expect(zones.getByRole("option").first()).toContainText("Warsaw");
      await page.keyboard.press("Enter");
      await tabTo(page, button("Submit"));
      await page.keyboard.press("Enter");

      const home = page.getByRole("heading", { level: 1, name: name("Home") });
      await expect(home).toBeFocused();
      const path = `/accounts/${CEDAR_STONE}/contact-information`;
      const response = await portal.api(page, "GET", path);
      const { contact_information: saved } = (await response.json()) as StoredContactInformation;
      expect(saved.technical_emergency).toEqual(["oncall@example.com"]);
      expect(saved.technical_non_emergency).toEqual(["api-team@example.com"]);
      expect(saved.operational_platform).toEqual(["ops@example.com"]);
      expect(saved.operational_support[0]!.time_zone).toBe("Europe/Warsaw");
    });
  });
}
