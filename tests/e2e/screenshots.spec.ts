// How the key states look: in a language of each direction, in both colour schemes, on a wide
// screen and on a phone. The README says how to renew the pictures.

import { fileURLToPath } from "node:url";

import { expect, type Page, test } from "./fixtures.ts";
import { useSameLetters } from "./letters.ts";
import { type Place, SCREENS, show } from "./screens.ts";
import { Sentences } from "./sentences.ts";

/** A Wednesday; 13:30 in Warsaw, where the viewer is. */
const NOON = new Date("2026-11-25T12:30:00Z");
const VIEWPORTS = [
  { width: 1280, height: 800 },
  { width: 360, height: 780 },
];
const STYLE = fileURLToPath(new URL("screenshots.css", import.meta.url));

// Playwright hides the caret by a style sheet of its own, which the portal's policy would refuse.
test.use({ bypassCSP: true });

/** A draft that is being saved stays so: when it was saved follows the server's clock. */
async function holdDrafts(page: Page): Promise<void> {
  await page.route("**/contact-information/draft", async (route) => {
    if (route.request().method() === "GET") await route.continue();
  });
}

/** All schedules with their week do not fit on a screen, so they are pictured without the rest. */
async function picture(place: Place, name: string, file: string): Promise<void> {
  const { page, sentences } = place;
  if (name === "modal-errors") {
    await expect(page.getByText(sentences.say("DraftSaving")).last()).toBeVisible();
  }
  if (name !== "support-hours") {
    await expect(page).toHaveScreenshot(file, { stylePath: STYLE });
    return;
  }
  const week = page.getByRole("region", { name: sentences.say("CoverageTitle") });
  const field = page.locator(".field").filter({ has: week });
  await expect(field).toHaveScreenshot(file, { stylePath: STYLE });
}

for (const [locale, language] of [
  ["en-US", "en"],
  ["he-IL", "he"],
] as const) {
  test.describe(language, () => {
    test.use({ locale });

    // Each has a portal of its own: a page that is left sends its draft, which the next one restores.
    for (const [name, screen] of Object.entries(SCREENS)) {
      for (const { width, height } of VIEWPORTS) {
        test(`${name} looks as before, ${width} pixels wide`, async ({ page, portal }) => {
          const place = { page, portal, sentences: await Sentences.in(language) };
          await useSameLetters(page);
          await holdDrafts(page);
          await page.clock.setFixedTime(NOON);
          await page.setViewportSize({ width, height: name === "support-hours" ? 2400 : height });
          await page.emulateMedia({ colorScheme: "light" });
          await show(place, screen);
          for (const colorScheme of ["light", "dark"] as const) {
            await page.emulateMedia({ colorScheme });
            await test.step(colorScheme, () =>
              picture(place, name, `${name}-${language}-${colorScheme}-${width}.png`));
          }
        });
      }
    }
  });
}
