// Tests that times, weeks, numbers and cities follow the browser's language and region, while the stored
// values are the same everywhere.

import { NO_REQUEST_BODIES } from "../../support/firefox_limits.ts";
import { expect, type Page, test } from "../../support/fixtures.ts";
import { amara, beatriz, giulia } from "../../support/people.ts";
import type { Portal } from "../../support/portal.ts";
import { REGIONAL_FORMATS } from "../../support/regional_formats.ts";
import { Sentences } from "../../support/sentences.ts";

/** 13:30 on a Wednesday in Warsaw, the time zone of the test browser. */
const NOON = new Date("2026-11-25T12:30:00Z");

/** Opens the form of an account without schedules, adds one and returns its time zone box. */
async function addSchedule(page: Page, portal: Portal, own: Sentences) {
  await page.clock.setFixedTime(NOON);
  await portal.signIn(page, giulia);
  await page.goto("/portal/");
  await page.getByRole("button", { name: own.say("AddSchedule") }).press("Enter");
  const picker = page.getByRole("combobox", { name: own.say("TimeZone"), exact: true });
  await expect(picker).toBeFocused();
  return picker;
}

const option = (page: Page, own: Sentences) =>
  page.getByRole("listbox", { name: own.say("TimeZones") }).getByRole("option").first();
const preview = (page: Page, own: Sentences) => page.getByRole("region", { name: own.say("CoverageTitle") });

/** Returns the part of a sentence before its first placeholder. */
const start = (sentence: string) => sentence.split("{")[0]!.trim();

for (const reader of REGIONAL_FORMATS) {
  test.describe(`for a reader in ${reader.locale}`, () => {
    test.use({ locale: reader.locale });

    test("cities are found and shown in the reader's language", async ({ page, portal }) => {
      const own = await Sentences.in(reader.file);
      const picker = await addSchedule(page, portal, own);
      for (const city of reader.cities) {
        await picker.fill(city);
        await expect(option(page, own)).toContainText(reader.zone);
        await page.keyboard.press("Enter");
        await expect(picker).toHaveValue(reader.zone);
      }
    });

    test("weeks and times follow the reader's region", async ({ page, portal }) => {
      const own = await Sentences.in(reader.file);
      const picker = await addSchedule(page, portal, own);
      await picker.fill(reader.cities[0]);
      await expect(option(page, own)).toContainText(reader.zone);
      await page.keyboard.press("Enter");
      const days = page.getByRole("group", { name: own.say("Days"), exact: true }).getByRole("button");
      await expect(days.first()).toHaveText(reader.firstDay);
      const opens = page.getByRole("textbox", { name: own.say("Opens") });
      const closes = page.getByRole("textbox", { name: own.say("Closes") });
      await expect(opens).toHaveValue(reader.boxes[0]);
      await expect(closes).toHaveValue(reader.boxes[1]);
      await expect(opens).toHaveCSS("direction", "ltr");
      const presets = page.getByRole("group", { name: own.say("Presets") }).getByRole("button");
      await expect(presets.nth(0)).toHaveText(reader.range);
      await expect(presets.nth(1)).toHaveText(reader.range);
      await expect(preview(page, own)).toContainText(reader.closes);
      await expect(preview(page, own)).toContainText(reader.zone);

      await closes.fill("12:00");
      await page.getByRole("button", { name: own.say("AddHours"), exact: true }).press("Enter");
      await expect(opens.nth(1)).toBeFocused();
      await page.keyboard.type("13:00");
      await closes.nth(1).fill("17:00");
      await expect(preview(page, own).getByRole("listitem").nth(2)).toHaveText(reader.list);
    });

    test("hours are stored in the same form, however they are typed", async ({
      page,
      portal,
      browserName,
    }) => {
      test.skip(browserName === "firefox", NO_REQUEST_BODIES);
      const own = await Sentences.in(reader.file);
      await portal.signIn(page, amara);
      await page.goto("/portal/configuration/contact-information");
      for (const [at, name] of ["Opens", "Closes"].entries()) {
        await page.getByRole("textbox", { name: own.say(name) }).first().fill(reader.typed[at]!);
      }
      const saved = page.waitForRequest(
        (request) => request.method() === "PUT" && !request.url().endsWith("/draft"),
      );
      await page.getByRole("button", { name: own.say("Save"), exact: true }).press("Enter");
      expect((await saved).postData()).toContain('"opens":"09:30","closes":"21:00"');
    });

    test("text that is not a time is kept, and the error shows times in the format of the boxes", async ({
      page,
      portal,
    }) => {
      const own = await Sentences.in(reader.file);
      await addSchedule(page, portal, own);
      const closes = page.getByRole("textbox", { name: own.say("Closes") });
      await closes.fill("17:00 XX");
      await closes.blur();
      await expect(closes).toHaveValue("17:00 XX");
      await expect(closes).toHaveAccessibleDescription(new RegExp(start(own.say("ErrorClosesInvalid"))));
      const example = reader.boxes[1].source.replace(/^\^|\$$/g, "");
      await expect(closes).toHaveAccessibleDescription(new RegExp(example));
      await closes.fill("5:00 PM");
      await closes.blur();
      await expect(closes).toHaveValue(reader.boxes[1]);
      await expect(closes).not.toHaveAttribute("aria-invalid");
    });

    test("large numbers are grouped", async ({ page, portal }) => {
      await portal.signIn(page, beatriz);
      await page.goto("/portal/configuration/account-and-users");
      await expect(page.getByText(reader.users).first()).toBeVisible();
    });
  });
}

test.describe("for a reader in Poland", () => {
  test.use({ locale: "pl-PL" });

  test("cities are sorted by the Polish alphabet", async ({ page, portal }) => {
    const own = await Sentences.in("pl");
    const picker = await addSchedule(page, portal, own);
    await picker.fill("sw");
    const options = page.getByRole("listbox", { name: own.say("TimeZones") }).getByRole("option");
    await expect(options.nth(1)).toContainText("Święta Helena");
    await expect(options.nth(0)).toContainText("Swift Current");
  });
});

test.describe("if the names of cities cannot be fetched", () => {
  test.use({ locale: "pl-PL" });

  test("time zones are found and shown by the city in their IANA name", async ({ page, portal }) => {
    const own = await Sentences.in("pl");
    await page.route("**/cities/*.json", (route) => route.abort());
    const picker = await addSchedule(page, portal, own);
    await picker.fill("Warsaw");
    await expect(option(page, own)).toContainText("Warsaw (Europa)");
    await page.keyboard.press("Enter");
    await expect(picker).toHaveValue("Warsaw (Europa)");
  });
});

test.describe("for a reader in Brazil who types before the names of cities have loaded", () => {
  test.use({ locale: "pt-BR" });

  test("no typed text is lost, and the city is found afterwards", async ({ page, portal }) => {
    const own = await Sentences.in("pt-BR");
    let answer: () => void = () => {};
    const asked = new Promise<void>((resolve) => (answer = resolve));
    await page.route("**/cities/*.json", async (route) => {
      await asked;
      await route.continue();
    });
    const picker = await addSchedule(page, portal, own);
    await page.keyboard.type("Nova York");
    await expect(page.getByRole("status").filter({ hasText: own.say("TimeZoneNone") })).toBeAttached();
    answer();
    await expect(option(page, own)).toContainText("Nova York (Américas)");
    await expect(picker).toHaveValue("Nova York");
    // The option that Enter will choose is marked, although it appeared after the text was typed.
    await expect(picker).toHaveAttribute("aria-activedescendant", /./);
    await page.keyboard.press("Enter");
    await expect(picker).toHaveValue("Nova York (Américas)");
  });
});
