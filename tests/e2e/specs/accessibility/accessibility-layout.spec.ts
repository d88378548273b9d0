// Tests the layout of every state in small windows, with spaced text and with reduced motion, and the
// size of its controls.

import { expect, test } from "../../support/fixtures.ts";
import { layoutProblems, moving, smallTargets, spaceText } from "../../support/layout.ts";
import { PortalView } from "../../support/page_object.ts";
import { Sentences } from "../../support/sentences.ts";
import { LANGUAGES, VISITS } from "../../support/states/visits.ts";

/** The second size is that of a window of 1280 by 1024 pixels at a zoom of 400 %. */
const WINDOWS = [{ width: 320, height: 640 }, { width: 320, height: 256 }];
const WIDE = { width: 1280, height: 720 };

for (const language of ["en", "he", "pl"] as const) {
  test.describe(language, () => {
    test.use({ locale: LANGUAGES[language], reducedMotion: "reduce" });

    for (const visit of VISITS) {
      test(visit.name, async ({ page, portal }) => {
        const view = new PortalView(page, portal, await Sentences.in(language));
        const expectSound = async (where: string) =>
          expect.soft(await layoutProblems(page), where).toEqual([]);
        for (const state of visit.states) {
          await test.step(state.name, async () => {
            await page.setViewportSize(WIDE);
            await state.reach(view);
            expect.soft(await moving(page), `${state.name}, moving`).toEqual([]);
            expect.soft(await smallTargets(page), `${state.name}, targets`).toEqual([]);
            await expectSound(`${state.name}, wide`);
            const unspace = await spaceText(page);
            await expectSound(`${state.name}, wide and spaced`);
            await page.setViewportSize(WINDOWS[0]!);
            await expectSound(`${state.name}, narrow and spaced`);
            await unspace();
            for (const window of WINDOWS) {
              await page.setViewportSize(window);
              await expectSound(`${state.name}, ${window.width} x ${window.height}`);
            }
            expect.soft(await smallTargets(page), `${state.name}, targets, narrow`).toEqual([]);
          });
        }
      });
    }
  });
}
