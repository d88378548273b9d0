// Tests the advice below the fields, which never prevents a submit.

import { openForm } from "../../support/contact_form.ts";
import { expect, expectNoViolations, test } from "../../support/fixtures.ts";
import { isolated } from "../../support/isolated.ts";
import { CEDAR_STONE, hannah } from "../../support/people.ts";
import { stored } from "../../support/stored.ts";

const EMERGENCY = "Technical emergency contacts";
const NON_EMERGENCY = "Technical non-emergency contacts";
const PLATFORM = "Operational contact (for the platform)";
const BRAND = "care@cedarstone.example.com";

test("one person's mailbox for emergencies shows advice, and can still be submitted", async ({
  page,
  portal,
}) => {
  const form = await openForm(page, portal, hannah);
  await form.type(EMERGENCY, "hannah.brooks@cedarstone.example.com");
  const advice = `${isolated("hannah.brooks@cedarstone.example.com")} looks like one person’s mailbox.`;
  await expect(page.getByText(advice)).toBeVisible();
  await expect(form.box(EMERGENCY)).toHaveAccessibleDescription(/looks like one person’s mailbox/);
  await expect(form.box(EMERGENCY)).not.toHaveAttribute("aria-invalid", "true");
  await expectNoViolations(page);

  await form.fillInRest();
  await form.submit.press("Enter");
  await expect(page.getByRole("dialog", { name: "Required information" })).toBeHidden();
  expect((await stored(portal, page, CEDAR_STONE)).technical_emergency).toEqual([
    "hannah.brooks@cedarstone.example.com",
  ]);
});

test("an alias or a second address shows no advice", async ({ page, portal }) => {
  const form = await openForm(page, portal, hannah);
  const advice = page.getByText("looks like one person’s mailbox");
  await form.type(EMERGENCY, "hannah.brooks@cedarstone.example.com");
  await expect(advice).toBeVisible();
  await form.type(EMERGENCY, "oncall@cedarstone.example.com");
  await expect(advice).toHaveCount(0);
  await form.chip("hannah.brooks@cedarstone.example.com").press("Delete");
  await expect(form.chip("hannah.brooks@cedarstone.example.com")).toBeHidden();
  await expect(advice).toHaveCount(0);
});

test("an address that is in two fields shows advice at the later field", async ({ page, portal }) => {
  const form = await openForm(page, portal, hannah);
  await form.type(PLATFORM, "ops@example.com", "noc@example.com");
  await form.type(EMERGENCY, "OPS@example.com");
  const also = page.getByText("is also in");
  await expect(form.box(PLATFORM)).not.toHaveAccessibleDescription(/also in/);
  await form.type(EMERGENCY, "ops@EXAMPLE.com");
  await expect(also).toHaveText(`${isolated("ops@example.com")} is also in “${isolated(EMERGENCY)}”.`);
  await expect(form.box(PLATFORM)).toHaveAccessibleDescription(/is also in/);
  await form.box(EMERGENCY).fill("noc@example.com");
  await page.keyboard.press("Enter");
  await expect(page.getByText("2 of these addresses are also in")).toBeVisible();
});

test("using one address in every field shows advice once, at the emergency field", async ({
  page,
  portal,
}) => {
  const form = await openForm(page, portal, hannah);
  for (const label of [EMERGENCY, NON_EMERGENCY, PLATFORM] as const) {
    await form.box(label).fill("ops@example.com");
    await page.keyboard.press("Enter");
    await expect(form.box(label)).toHaveValue("");
  }
  await expect(page.getByText("is also in")).toHaveCount(2);
  await form.shared.fill("ops@example.com");
  await page.keyboard.press("Tab");
  await expect(form.box(EMERGENCY)).toHaveAccessibleDescription(/the only address in every field/);
  await expect(page.getByText("the only address in every field")).toHaveCount(1);
  await expect(page.getByText("is also in")).toHaveCount(0);
});

test("a free mailbox for end customers shows advice", async ({ page, portal }) => {
  const form = await openForm(page, portal, hannah);
  await form.shared.fill("cedarstone@gmail.com");
  await page.keyboard.press("Tab");
  await expect(form.shared).toHaveAccessibleDescription(/your own domain, instead of \S?gmail\.com\S?, shows/);
  await expect(form.shared).not.toHaveAttribute("aria-invalid", "true");
});

test("an address that differs from the brand's shows a notice, and one key press takes over the brand's", async ({
  page,
  portal,
}) => {
  const form = await openForm(page, portal, hannah);
  await expect(form.shared).toHaveValue(BRAND);
  const takeOver = page.getByRole("button", { name: "Use the brand’s address" });
  await expect(takeOver).toBeHidden();
  await form.shared.fill("other@cedarstone.example.com");
  // The notice does not appear while the address is being typed.
  await expect(form.shared).toHaveValue("other@cedarstone.example.com");
  await expect(takeOver).toBeHidden();
  await page.keyboard.press("Tab");
  const notice = `Your default brand’s support address is different: ${isolated(BRAND)}.`;
  await expect(page.getByRole("status").filter({ hasText: notice })).toHaveCount(1);
  await takeOver.press("Enter");
  await expect(form.shared).toHaveValue(BRAND);
  await expect(form.shared).toBeFocused();
  await expect(takeOver).toBeHidden();
  await expect(page.getByRole("status").filter({ hasText: `${isolated(BRAND)} entered` })).toHaveCount(1);
});

test.describe("in Hebrew", () => {
  test.use({ locale: "he-IL" });

  test("advice is in Hebrew and keeps addresses readable", async ({ page, portal }) => {
    await portal.signIn(page, hannah);
    await page.goto("/portal/");
    const box = page.locator("#technical_emergency");
    await box.focus();
    await page.keyboard.type("דנה.כהן@example.co.il");
    await page.keyboard.press("Enter");
    await expect(
      page.getByText(`נראה שהכתובת ${isolated("דנה.כהן@example.co.il")} היא תיבת דואר של אדם אחד.`),
    ).toBeVisible();
    await expectNoViolations(page);
  });
});
