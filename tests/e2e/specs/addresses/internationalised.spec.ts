// Tests internationalised addresses, left-to-right and right-to-left, from the keyboard to the database
// and back.

import { readFile } from "node:fs/promises";

import { ContactForm } from "../../support/contact_form.ts";
import { expect, type Page, test } from "../../support/fixtures.ts";
import { amara, hannah, NORTHGATE } from "../../support/people.ts";
import { stored } from "../../support/stored.ts";

/** Each address as typed, as stored, and its text direction. */
const ADDRESSES = [
  ["דנה@דוגמה.co.il", "דנה@דוגמה.co.il", "rtl"],
  ["خدمة@مثال.example", "خدمة@مثال.example", "rtl"],
  // The canonical form is composed (NFC), with the domain in lower case.
  ["mu\u0308ller@BÜCHER.de", "müller@bücher.de", "ltr"],
  ["用户@例え.jp", "用户@例え.jp", "ltr"],
  ["support@xn--exmple-cua.com", "support@exämple.com", "ltr"],
  ["oncall@faß.de", "oncall@faß.de", "ltr"],
] as const;

/** Returns the text and the text direction of each chip of the first list. */
function shown(page: Page): Promise<[string, string][]> {
  return page
    .locator("#technical_emergency")
    .locator("xpath=preceding-sibling::ul")
    .locator(".chip-text bdi")
    .evaluateAll((all) => all.map((it) => [it.textContent!, getComputedStyle(it).direction]));
}

for (const [locale, language] of [
  ["en-US", "en"],
  ["he-IL", "he"],
] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test("addresses in several scripts can be typed, saved and read again", async ({ page, portal }) => {
      const file = new URL(`../../../../src/i18n/locales/${language}.json`, import.meta.url);
      const { Save } = JSON.parse(await readFile(file, "utf8")) as { Save: string };
      await portal.signIn(page, amara);
      await page.goto("/portal/configuration/contact-information");
      const box = page.locator("#technical_emergency");
      const shared = page.locator("#operational_shared");
      await expect(page.locator("#technical_emergency-chip-0")).toBeVisible();
      const before = await shown(page);
      await box.focus();
      for (const [typed, , direction] of ADDRESSES) {
        await page.keyboard.type(typed);
        await expect(box).toHaveValue(typed);
        expect(await box.evaluate((it) => getComputedStyle(it).direction)).toBe(direction);
        await page.keyboard.press("Enter");
        await expect(box).toHaveValue("");
      }
      const asTyped = ADDRESSES.map(([typed, , direction]) => [typed, direction]);
      await expect.poll(() => shown(page)).toEqual([...before, ...asTyped]);
      await expect(page.locator(".chip.is-invalid")).toHaveCount(0);
      await shared.focus();
      await page.keyboard.press("Control+a");
      await page.keyboard.type("תמיכה@דוגמה.co.il");
      await page.getByRole("button", { name: Save, exact: true }).press("Enter");

      await expect
        .poll(async () => (await stored(portal, page, NORTHGATE)).technical_emergency.slice(before.length))
        .toEqual(ADDRESSES.map(([, canonical]) => canonical));
      expect((await stored(portal, page, NORTHGATE)).operational_shared).toBe("תמיכה@דוגמה.co.il");

      await page.reload();
      const asStored = ADDRESSES.map(([, canonical, direction]) => [canonical, direction]);
      await expect.poll(() => shown(page)).toEqual([...before, ...asStored]);
      await expect(shared).toHaveValue("תמיכה@דוגמה.co.il");
      expect(await shared.evaluate((it) => getComputedStyle(it).direction)).toBe("rtl");
    });
  });
}

test("another spelling of the same address counts as a duplicate", async ({ page, portal }) => {
  await portal.signIn(page, hannah);
  await page.goto("/portal/");
  const form = new ContactForm(page);
  await form.type("Technical emergency contacts", "müller@bücher.de", "mu\u0308ller@XN--BCHER-KVA.de");
  await expect(form.chip("mu\u0308ller@XN--BCHER-KVA.de")).toHaveAccessibleDescription(/This is already in the list/);
});

for (const [locale, towards, away] of [
  ["en-US", "ArrowLeft", "ArrowRight"],
  ["he-IL", "ArrowRight", "ArrowLeft"],
] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    for (const half of ["oncall", "כוננות"]) {
      test(`the arrow keys leave the text ${half} only at the edge next to the chips`, async ({
        page,
        portal,
      }) => {
        await portal.signIn(page, hannah);
        await page.goto("/portal/");
        const box = page.locator("#technical_emergency");
        const chip = page.locator("#technical_emergency-chip-0");
        await box.fill("a@example.com");
        await page.keyboard.press("Enter");
        await expect(chip).toBeVisible();
        await page.keyboard.type(half);
        // In either direction, this many steps reach the edge of the text. One more step leaves the box.
        for (let step = 0; step < half.length; step += 1) await page.keyboard.press(away);
        for (let step = 0; step < half.length; step += 1) await page.keyboard.press(towards);
        await expect(box).toBeFocused();
        await page.keyboard.press(towards);
        await expect(chip).toBeFocused();
      });
    }
  });
}
