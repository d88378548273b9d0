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

test("both engines see a colour that cannot be read when they look at colours alone", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, giulia);
  await page.goto("/portal/");
  const place = new Place(page, portal, await Sentences.in("en"));
  await place.formIsWhole();
  await page.evaluate(() => {
    const root = document.getElementById("portal")!.shadowRoot!;
    const planted = document.createElement("p");
    planted.className = "planted";
    planted.textContent = "Hardly to be read";
    planted.style.cssText = "color: #999; background: #aaa";
    root.querySelector("dialog")!.append(planted);
  });
  expect(await axeViolations(page, "colours")).toEqual([
    expect.stringMatching(/^color-contrast: .*planted/),
  ]);
  const second = (await equalAccessViolations(page, "colours")).filter((it) => it.includes("planted"));
  expect(second).toContainEqual(expect.stringMatching(/^text_contrast_sufficient \(FAIL\)/));
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
            // No code asks for the scheme: in dark, nothing but colours is another.
            for (const [colorScheme, scope] of [["light", "everything"], ["dark", "colours"]] as const) {
              await page.emulateMedia({ colorScheme });
              const found = [
                ...(await axeViolations(page, scope)),
                ...(await equalAccessViolations(page, scope)),
              ];
              expect.soft(found, `${state.name}, ${colorScheme}`).toEqual([]);
            }
          });
        }
      });
    }
  });
}
