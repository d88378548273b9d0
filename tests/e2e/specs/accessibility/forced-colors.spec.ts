// Tests forced colours (the user's own palette): controls that are on, selected, wrong or focused still
// look different, so our colours are never the only sign.

import { ContactForm } from "../../support/contact_form.ts";
import { expect, type Page, test } from "../../support/fixtures.ts";
import { giulia } from "../../support/people.ts";
import type { Locator } from "@playwright/test";

test.use({ forcedColors: "active" });

/** Returns the computed colours, borders and outline of an element. */
const look = (locator: Locator) =>
  locator.first().evaluate((element) => {
    const style = getComputedStyle(element);
    const painted = ["backgroundColor", "color", "borderBlockEndColor", "borderBlockEndWidth",
      "borderInlineStartWidth", "outlineStyle", "outlineColor"] as const;
    return Object.fromEntries(painted.map((property) => [property, style[property]]));
  });

async function open(page: Page): Promise<ContactForm> {
  await page.goto("/portal/");
  const form = new ContactForm(page);
  await expect(form.shared).toHaveValue(/@/);
  return form;
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test.beforeEach(async ({ page, portal }) => {
      await portal.signIn(page, giulia);
    });

    test("the selected tab, the selected days and the focus look different", async ({ page }) => {
      const form = await open(page);
      const [selected, other] = [true, false].map((selected) => page.getByRole("tab", { selected }));
      expect(await look(selected!)).not.toEqual(await look(other!));

      const schedule = await form.addSchedule("Europe/Warsaw");
      const days = (pressed: boolean) =>
        schedule.getByRole("group", { name: "Days" }).getByRole("button", { pressed });
      const on = await look(days(true));
      expect(on["backgroundColor"]).not.toBe((await look(days(false)))["backgroundColor"]);
      expect(on["backgroundColor"]).not.toBe(on["color"]);

      for (const control of [form.submit, days(true).first(), form.shared, selected!]) {
        const before = await look(control);
        await control.focus();
        await page.keyboard.press("Shift");
        const after = await look(control);
        expect(after["outlineStyle"]).toBe("solid");
        expect(after).not.toEqual(before);
      }
    });

    test("the progress and the support hours look different from their background", async ({ page }) => {
      const form = await open(page);
      await form.addSchedule("Europe/Warsaw");
      const color = (selector: string) =>
        page.locator(selector).first().evaluate((it) => getComputedStyle(it).backgroundColor);
      expect(await color(".coverage-span")).not.toBe(await color(".coverage-track"));
      expect(await color(".coverage-now")).not.toBe(await color(".coverage-track"));
      expect(await color(".coverage-key.is-open")).not.toBe(await color(".coverage-key:not(.is-open)"));
      expect(await color(".progress-fill")).not.toBe(await color(".progress-track"));
    });

    test("a wrong entry has a different border and an icon, and the active option looks different", async ({
      page,
    }) => {
      const form = await open(page);
      await form.type("Technical emergency contacts", "no-address");
      await form.type("Technical non-emergency contacts", "right@example.com");
      const chips = page.locator(".chip");
      const [wrong, right] = [chips.filter({ hasText: "no-address" }), chips.filter({ hasText: "right@" })];
      expect(await look(wrong)).not.toEqual(await look(right));
      await expect(wrong.locator("svg").first()).toBeVisible();

      await page.getByRole("button", { name: "Add schedule" }).press("Enter");
      await page.keyboard.type("Europe/");
      const options = page.getByRole("listbox", { name: "Time zones" }).getByRole("option");
      await expect(options.nth(1)).toBeVisible();
      expect(await look(options.nth(0))).not.toEqual(await look(options.nth(1)));
    });
  });
}
