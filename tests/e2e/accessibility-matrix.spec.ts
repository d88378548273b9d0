// WCAG 2.2 AA by two engines: every state, in every language, in light and dark colours.

import { expect, test } from "./fixtures.ts";
import { giulia } from "./people.ts";
import { Place } from "./place.ts";
import { Sentences } from "./sentences.ts";
import { LANGUAGES, VISITS } from "./states/index.ts";
import { axeViolations, equalAccessViolations } from "./violations.ts";

test("both engines see into the shadow root and say what is wrong there", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, giulia);
  await page.goto("/portal/");
  const place = new Place(page, portal, await Sentences.in("en"));
  await place.formIsWhole();
  await page.evaluate(() => {
    const root = document.getElementById("portal")!.shadowRoot!;
    const planted = document.createElement("button");
    planted.className = "planted";
    root.querySelector("dialog")!.append(planted);
  });
  expect(await axeViolations(page)).toEqual([expect.stringMatching(/^button-name: .*planted/)]);
  const second = (await equalAccessViolations(page)).filter((it) => it.includes("planted"));
  expect(second).toEqual([expect.stringMatching(/^input_label_exists \(FAIL\)/)]);
});

for (const [language, locale] of Object.entries(LANGUAGES)) {
  test.describe(language, () => {
    // Colours that are still changing would be judged in between.
    test.use({ locale, reducedMotion: "reduce" });

    for (const visit of VISITS) {
      test(visit.name, async ({ page, portal }) => {
        const place = new Place(page, portal, await Sentences.in(language));
        for (const state of visit.states) {
          await test.step(state.name, async () => {
            await state.reach(place);
            for (const colorScheme of ["light", "dark"] as const) {
              await page.emulateMedia({ colorScheme });
              const found = [...(await axeViolations(page)), ...(await equalAccessViolations(page))];
              expect.soft(found, `${state.name}, ${colorScheme}`).toEqual([]);
            }
          });
        }
      });
    }
  });
}
