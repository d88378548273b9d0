// Compares screenshots of the key states: in one language of each direction, in both colour schemes, on
// a wide screen and on a phone. tests/README.md explains how to renew the pictures.

import { fileURLToPath } from "node:url";

import { expect, type Page, test } from "../../support/fixtures.ts";
import { useSameFonts } from "../../support/fonts.ts";
import { KEY_STATES, openKeyState } from "../../support/key_states.ts";
import { PortalView } from "../../support/page_object.ts";
import { Sentences } from "../../support/sentences.ts";

/** 13:30 on a Wednesday in Warsaw, the time zone of the test browser. */
const NOON = new Date("2026-11-25T12:30:00Z");
const VIEWPORTS = [
  { width: 1280, height: 800 },
  { width: 360, height: 780 },
];
const STYLE = fileURLToPath(new URL("../../support/screenshots.css", import.meta.url));

// Playwright hides the caret with a style sheet, which the portal's Content Security Policy would
// refuse.
test.use({ bypassCSP: true });

/**
 * Leaves every save of a draft pending, because the status line of a saved draft shows the time of the
 * server.
 */
async function holdDrafts(page: Page): Promise<void> {
  await page.route("**/contact-information/draft", async (route) => {
    if (route.request().method() === "GET") await route.continue();
  });
}

/**
 * Compares the page with a picture. The support hours do not fit on a screen, so only their field is
 * used.
 */
async function expectPicture(view: PortalView, name: string, file: string): Promise<void> {
  const { page, sentences } = view;
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

    // Each state has its own portal, because a page that is left saves its draft and the next page would
    // restore it.
    for (const [name, state] of Object.entries(KEY_STATES)) {
      for (const { width, height } of VIEWPORTS) {
        test(`${name} looks unchanged in a window of ${width} pixels`, async ({ page, portal }) => {
          const view = new PortalView(page, portal, await Sentences.in(language));
          await useSameFonts(page);
          await holdDrafts(page);
          await page.clock.setFixedTime(NOON);
          await page.setViewportSize({ width, height: name === "support-hours" ? 2400 : height });
          await page.emulateMedia({ colorScheme: "light" });
          await openKeyState(view, state);
          for (const colorScheme of ["light", "dark"] as const) {
            await page.emulateMedia({ colorScheme });
            await test.step(colorScheme, () =>
              expectPicture(view, name, `${name}-${language}-${colorScheme}-${width}.png`));
          }
        });
      }
    }
  });
}
