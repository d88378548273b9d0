// Tests the layout with longer sentences, as another language may need them: no text is cut off or
// covered, and the page does not scroll sideways.

import { test } from "../../support/fixtures.ts";
import { useSameFonts } from "../../support/fonts.ts";
import { expectEverythingFits } from "../../support/overflow.ts";
import { PortalView } from "../../support/page_object.ts";
import { changeSentences, withLongWords, withMoreWords } from "../../support/pseudo_locale.ts";
import { Sentences } from "../../support/sentences.ts";
import { VISITS } from "../../support/states/visits.ts";

const WIDTHS = [1280, 640, 360, 320];

for (const [locale, language, name, change] of [
  ["en-US", "en", "more words", withMoreWords],
  ["he-IL", "he", "more words", withMoreWords],
  ["en-US", "en", "long words", withLongWords],
] as const) {
  test.describe(`${language} with ${name}`, () => {
    test.use({ locale });

    for (const visit of VISITS) {
      test(visit.name, async ({ page, portal }) => {
        await useSameFonts(page);
        await changeSentences(page, change);
        const view = new PortalView(page, portal, await Sentences.in(language, change));
        for (const state of visit.states) {
          await test.step(state.name, async () => {
            await state.reach(view);
            for (const width of WIDTHS) {
              await page.setViewportSize({ width, height: 800 });
              await test.step(`${width} pixels wide`, () => expectEverythingFits(page));
            }
            await page.setViewportSize({ width: WIDTHS[0]!, height: 800 });
          });
        }
      });
    }
  });
}
