// Another language can need more room, and a person's name or address any room: nothing is cut off,
// nothing covers anything else, and nothing scrolls sideways.

import { test } from "./fixtures.ts";
import { changeSentences, withLongWords, withMoreWords } from "./longer.ts";
import { useSameLetters } from "./letters.ts";
import { expectEverythingFits } from "./overflow.ts";
import { SCREENS, show } from "./screens.ts";
import { Sentences } from "./sentences.ts";

const WIDTHS = [1280, 640, 360, 320];

for (const [locale, language, name, change] of [
  ["en-US", "en", "more words", withMoreWords],
  ["he-IL", "he", "more words", withMoreWords],
  ["en-US", "en", "long words", withLongWords],
] as const) {
  test.describe(`${language} with ${name}`, () => {
    test.use({ locale });

    for (const [screen, it] of Object.entries(SCREENS)) {
      test(`${screen} fits at every width`, async ({ page, portal }) => {
        await useSameLetters(page);
        await changeSentences(page, change);
        const sentences = await Sentences.in(language, change);
        await show({ page, portal, sentences }, it);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 });
          await test.step(`${width} pixels wide`, () => expectEverythingFits(page));
        }
      });
    }
  });
}
