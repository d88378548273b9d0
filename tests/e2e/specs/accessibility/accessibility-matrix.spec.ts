// Tests WCAG 2.2 AA with two engines: every state, in every language, in light and dark colours.

import { expect, type Page, test } from "../../support/fixtures.ts";
import { PortalView } from "../../support/page_object.ts";
import { giulia } from "../../support/people.ts";
import type { Portal } from "../../support/portal.ts";
import { Sentences } from "../../support/sentences.ts";
import { LANGUAGES, VISITS } from "../../support/states/visits.ts";
import { axeViolations, equalAccessViolations } from "../../support/violations.ts";

/** Opens the modal and adds an element with an accessibility mistake to it. */
async function plant(page: Page, portal: Portal, tag: string, text = "", style = ""): Promise<void> {
  await portal.signIn(page, giulia);
  await page.goto("/portal/");
  await new PortalView(page, portal, await Sentences.in("en")).formIsWhole();
  await page.evaluate(([tag, text, style]) => {
    const root = document.getElementById("portal")!.shadowRoot!;
    const planted = Object.assign(document.createElement(tag), { className: "planted" });
    planted.textContent = text;
    planted.style.cssText = style;
    root.querySelector("dialog")!.append(planted);
  }, [tag, text, style] as const);
}

test("both engines see into the shadow root and report mistakes there", async ({
  page,
  portal,
}) => {
  await plant(page, portal, "button");
  expect(await axeViolations(page)).toEqual([expect.stringMatching(/^button-name: .*planted/)]);
  const second = (await equalAccessViolations(page)).filter((it) => it.includes("planted"));
  expect(second).toEqual([expect.stringMatching(/^input_label_exists \(FAIL\)/)]);
});

test("both engines report unreadable text when they check colours only", async ({
  page,
  portal,
}) => {
  await plant(page, portal, "p", "Hardly to be read", "color: #999; background: #aaa");
  expect(await axeViolations(page, "colours")).toEqual([
    expect.stringMatching(/^color-contrast: .*planted/),
  ]);
  const second = (await equalAccessViolations(page, "colours")).filter((it) => it.includes("planted"));
  expect(second).toContainEqual(expect.stringMatching(/^text_contrast_sufficient \(FAIL\)/));
});

for (const [language, locale] of Object.entries(LANGUAGES)) {
  test.describe(language, () => {
    // During a transition the engines would check a colour that is only in between.
    test.use({ locale, reducedMotion: "reduce" });

    for (const visit of VISITS) {
      test(visit.name, async ({ page, portal }) => {
        const view = new PortalView(page, portal, await Sentences.in(language));
        for (const state of visit.states) {
          await test.step(state.name, async () => {
            await state.reach(view);
            // No code asks for the colour scheme, so in dark only the colours differ.
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
