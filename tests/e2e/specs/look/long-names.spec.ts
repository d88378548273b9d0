// Tests the layout with extreme names of users and accounts: 200 characters without a space, addresses
// of 254 octets, and right-to-left text.

import { expect, type Page, test } from "../../support/fixtures.ts";
import { useSameFonts } from "../../support/fonts.ts";
import { KEY_STATES, openKeyState } from "../../support/key_states.ts";
import { expectEverythingFits } from "../../support/overflow.ts";
import { PortalView } from "../../support/page_object.ts";
import { BELLA_VISTA, COMPLETE_DOCUMENT, giulia } from "../../support/people.ts";
import type { Portal } from "../../support/portal.ts";
import { Sentences } from "../../support/sentences.ts";

const LONG_NAME = "Wolfeschlegelsteinhausenbergerdorff".repeat(6).slice(0, 200);
const HEBREW_NAME = "אבגדהוזחטיכלמנסעפצקרשת".repeat(10).slice(0, 200);
const label = "a".repeat(60);
const LONG_ADDRESS = `${"b".repeat(64)}@${label}.${label}.${label}.example`.slice(0, 254);
const WIDTHS = [1280, 640, 360, 320];

/** Adds users whose names and addresses have the maximum length to the account. */
async function addPeople(portal: Portal, page: Page): Promise<void> {
  for (const [index, name] of [LONG_NAME, HEBREW_NAME].entries()) {
    const data = { name, email: `${index}${LONG_ADDRESS.slice(1)}`, role: "administrator" };
    const added = await portal.api(page, "POST", `/accounts/${BELLA_VISTA}/users`, { data });
    expect(added.ok(), await added.text()).toBe(true);
  }
}

/** Gives the account a long name by changing the responses, because the demo has no such account. */
async function renameAccount(page: Page): Promise<void> {
  await page.route(/\/api\/v1\/(session(\?.*)?|accounts\/[^/]+)$/, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll("Bella Vista Bookings", LONG_NAME);
    await route.fulfill({ response, body });
  });
}

async function expectFitsEverywhere(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await test.step(`${width} pixels wide`, () => expectEverythingFits(page));
  }
}

for (const [locale, language] of [
  ["en-US", "en"],
  ["he-IL", "he"],
] as const) {
  test.describe(language, () => {
    test.use({ locale });

    for (const role of ["reader", "administrator"] as const) {
      test(`the modal of a user with the role ${role} fits`, async ({ page, portal }) => {
        await useSameFonts(page);
        await renameAccount(page);
        const view = new PortalView(page, portal, await Sentences.in(language));
        await portal.signIn(page, giulia);
        await addPeople(portal, page);
        const user = { ...giulia, role };
        if (role === "administrator") {
          await openKeyState(view, KEY_STATES["modal-empty"]!);
          const box = page.getByRole("textbox", { name: view.sentences.say("TechnicalEmergency") });
          await box.fill(`${LONG_ADDRESS}, ${LONG_NAME},`);
          await expect(page.getByText(LONG_ADDRESS, { exact: true })).toBeVisible();
        } else {
          await openKeyState(view, { user, path: "/portal/", reach: async () => {} });
          await expect(page.getByText(LONG_NAME).first()).toBeVisible();
        }
        await expectFitsEverywhere(page);
      });
    }

    test("the users list and its dialogs fit", async ({ page, portal }) => {
      await useSameFonts(page);
      await renameAccount(page);
      const sentences = await Sentences.in(language);
      const view = new PortalView(page, portal, sentences);
      await portal.signIn(page, giulia);
      await addPeople(portal, page);
      await openKeyState(view, KEY_STATES["users-tab"]!);
      await expectFitsEverywhere(page);
      const name = sentences.say("ManageUser", { name: LONG_NAME });
      await page.getByRole("textbox", { name: sentences.say("SearchUsers") }).fill("Wolfe");
      await page.getByRole("button", { name, exact: true }).click();
      await expectFitsEverywhere(page);
      await page.getByRole("button", { name: sentences.say("RevokeInvitation") }).click();
      await expectFitsEverywhere(page);
    });

    test("the contact information shown to a reader fits", async ({ page, portal }) => {
      await useSameFonts(page);
      await portal.signIn(page, giulia);
      const path = `/accounts/${BELLA_VISTA}/contact-information`;
      const read = await portal.api(page, "GET", path);
      const saved = await portal.api(page, "PUT", `${path}?environment=sandbox`, {
        data: { ...COMPLETE_DOCUMENT, technical_emergency: [LONG_ADDRESS] },
        headers: { "if-match": read.headers()["etag"]! },
      });
      expect(saved.ok(), await saved.text()).toBe(true);
      await renameAccount(page);
      const view = new PortalView(page, portal, await Sentences.in(language));
      const reader = { account: "Bella Vista Bookings", role: "reader" } as const;
      await openKeyState(view, {
        user: reader,
        path: "/portal/configuration/contact-information",
        reach: async () => {},
      });
      await expect(page.getByText(LONG_ADDRESS, { exact: true }).first()).toBeVisible();
      await expectFitsEverywhere(page);
    });
  });
}
