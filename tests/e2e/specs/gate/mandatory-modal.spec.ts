// Tests that the mandatory modal cannot be closed while contact information is missing, and that it
// still offers support, help, the account menu and the other environment.

import type { Page } from "@playwright/test";

import { expect, test } from "../../support/fixtures.ts";
import { isolated } from "../../support/isolated.ts";
import { BELLA_VISTA, giulia } from "../../support/people.ts";
import { WAYS_TO_CLOSE } from "../../support/ways_to_close.ts";

const DEEP_LINK = "/portal/configuration/account-and-users";

const dialog = (page: Page) => page.getByRole("dialog", { name: "Required information" });

/** Checks that the dialog is open as a modal and that no page of the portal is drawn. */
async function expectLocked(page: Page): Promise<void> {
  await expect(dialog(page)).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => portalRoot().querySelector("dialog")?.matches(":modal")))
    .toBe(true);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(0);
}

test.beforeEach(async ({ page, portal }) => {
  await page.addInitScript(() => {
    globalThis.portalRoot = () => document.getElementById("portal")!.shadowRoot!;
  });
  await portal.signIn(page, giulia);
  await page.goto(DEEP_LINK);
  await expectLocked(page);
});

test("an incomplete account sees the modal at the address that was opened", async ({ page }) => {
  await expect(page).toHaveURL(DEEP_LINK);
  await expect(dialog(page).getByText("Bella Vista Bookings")).toBeVisible();
  await expect(dialog(page).getByRole("link", { name: "Sandbox" })).toHaveAttribute(
    "aria-current",
    "true",
  );
  const progress = `${isolated(0)} of 6 complete`;
  await expect(dialog(page).getByRole("progressbar")).toHaveAttribute("aria-valuetext", progress);
  await expect(dialog(page).getByRole("heading", { name: "Required information" })).toBeFocused();
});

test("lazy code also loads in a browser without `requestIdleCallback`", async ({ page }) => {
  // Safari does not have this function.
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "requestIdleCallback"));
  await page.goto("about:blank");
  const tables = page.waitForResponse(/\/tables-[0-9a-f]+\.wasm$/);
  await page.goto(DEEP_LINK);
  await expectLocked(page);
  expect(await page.evaluate(() => "requestIdleCallback" in globalThis)).toBe(false);
  await (await tables).finished();
});

test("focus never reaches the page behind the modal", async ({ page }) => {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    const place = await page.evaluate(() => {
      const focused = portalRoot().activeElement;
      // After the last control the focus moves to the browser's own toolbar.
      return focused === null || portalRoot().querySelector("dialog")!.contains(focused);
    });
    expect(place, `after ${presses + 1} presses of Tab`).toBe(true);
  }
});

test("a click on the page behind the modal does nothing", async ({ page }) => {
  for (const [x, y] of [[4, 4], [100, 120], [1270, 700], [640, 4]] as const) {
    await page.mouse.click(x, y);
    await expectLocked(page);
  }
  await expect(page).toHaveURL(DEEP_LINK);
});

test("Escape closes nothing, wherever focus is and however often it is pressed", async ({
  page,
}) => {
  const places = [
    page.getByRole("heading", { name: "Required information" }),
    dialog(page).getByRole("link", { name: "Contact support" }),
    page.getByRole("tab", { name: "Users" }),
    page.getByRole("textbox", { name: "Technical emergency contacts" }),
    page.getByRole("button", { name: "Submit" }),
  ];
  for (const place of places) {
    await place.focus();
    for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press("Escape");
    await expectLocked(page);
    await expect(place).toBeFocused();
  }
  await page.evaluate(() => (portalRoot().activeElement as HTMLElement).blur());
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press("Escape");
  await expectLocked(page);
});

test("no method or attribute of the dialog element closes it", async ({ page }) => {
  for (const [name, way] of WAYS_TO_CLOSE) {
    await test.step(name, async () => {
      await page.evaluate(way);
      await expectLocked(page);
      await page.keyboard.press("Escape");
      await expectLocked(page);
    });
  }
});

test("focus stays on the control in use when a script closes the dialog", async ({ page }) => {
  const box = page.getByRole("textbox", { name: "Operational contact (to share with users)" });
  await box.fill("half an addr");
  await page.evaluate(() => portalRoot().querySelector("dialog")!.close());
  await expectLocked(page);
  await expect(box).toBeFocused();
  await expect(box).toHaveValue("half an addr");
});

test("going back leads to another locked page, never past the modal", async ({ page }) => {
  await dialog(page).getByRole("link", { name: "Production", exact: true }).click();
  await expect(page).toHaveURL(`${DEEP_LINK}?env=production`);
  await expectLocked(page);
  await page.goBack();
  await expect(page).toHaveURL(DEEP_LINK);
  await expectLocked(page);
  await page.goForward();
  await expectLocked(page);
  await expect(page).toHaveURL(`${DEEP_LINK}?env=production`);
});

test("reloading does not close the modal", async ({ page }) => {
  await page.reload();
  await expectLocked(page);
  await expect(page).toHaveURL(DEEP_LINK);
});

test("support, help, the account menu and the tabs can be reached by keyboard", async ({
  page,
}) => {
  const wanted = [
    page.getByRole("link", { name: "How to get help" }),
    dialog(page).getByRole("link", { name: "Contact support" }),
    dialog(page).getByRole("button", { name: "Giulia Conti" }),
    page.getByRole("tab", { name: "Contact information" }),
    page.getByRole("button", { name: "Submit" }),
  ];
  for (const control of wanted) await expect(control).toBeVisible();
  await expect(page.getByRole("button", { name: "Add schedule" })).toBeVisible();
  for (const control of wanted) {
    await expect(async () => {
      await page.keyboard.press("Tab");
      await expect(control).toBeFocused({ timeout: 100 });
    }).toPass({ timeout: 10_000, intervals: [0] });
  }
});

test("support and help link to the integration type's pages, in a new tab", async ({
  page,
}) => {
  for (const [name, address] of [
    ["Contact support", "https://support.meridian.example.com/reservations/contact"],
    ["How to get help", "https://support.meridian.example.com/reservations/how-to-get-help"],
  ] as const) {
    const link = dialog(page).getByRole("link", { name });
    await expect(link).toHaveAttribute("target", "_blank");
    await expect(link).toHaveAttribute("href", address);
  }
});

test("the Users tab opens by keyboard and lists the users who can fill in the form", async ({ page }) => {
  await page.getByRole("tab", { name: "Contact information" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Users" })).toBeFocused();
  await page.keyboard.press("Enter");
  const users = page.getByRole("table", { name: "Users" });
  await expect(users.getByRole("row", { name: /Tomasz Zieliński.*Editor/ })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Technical emergency contacts" })).toBeHidden();
});

test("the account menu opens by keyboard and signs out", async ({ page, portal }) => {
  const menu = dialog(page).getByRole("button", { name: "Giulia Conti" });
  await menu.focus();
  await page.keyboard.press("Enter");
  const signOut = dialog(page).getByRole("button", { name: "Sign out" });
  await expect(signOut).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(signOut).toBeHidden();
  await expect(menu).toBeFocused();
  await expectLocked(page);

  await page.keyboard.press("Enter");
  await signOut.press("Enter");
  await expect(page.getByRole("heading", { name: "Choose a person" })).toBeVisible();
  expect((await portal.api(page, "GET", "/session")).status()).toBe(401);
});

test("the backend also refuses the portal's resources while the account is locked", async ({ page, portal }) => {
  const path = `/accounts/${BELLA_VISTA}/onboarding-plan?environment=sandbox`;
  const refused = await portal.api(page, "GET", path);
  expect(refused.status()).toBe(403);
  expect(await refused.json()).toMatchObject({ code: "contact_information_required" });
});
