// Tests that the mandatory modal cannot be closed before the code has loaded, nor while it takes over.

import { CODE, codeIsThere, modal, openEarlyAs } from "../../support/early_view.ts";
import { expect, test } from "../../support/fixtures.ts";
import { holdBack } from "../../support/hold_back.ts";
import { tomasz } from "../../support/people.ts";
import { Shell, type ShellWindow } from "../../support/shell/shell.ts";
import { WAYS_TO_CLOSE } from "../../support/ways_to_close.ts";

test.describe("while only the first view is there", () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      globalThis.portalRoot = () => document.getElementById("portal")!.shadowRoot!;
    });
  });

  for (const [name, way] of WAYS_TO_CLOSE) {
    test(`${name} does not close the modal, before or after the code takes over`, async ({ page, portal }) => {
      const release = await openEarlyAs(page, portal, tomasz);
      const box = modal(page).locator("#technical_emergency");
      await box.fill("kept@example.com");
      const isModal = () => modal(page).evaluate((dialog) => dialog.matches(":modal"));
      for (const begin of [() => {}, release]) {
        begin();
        await page.evaluate(way);
        await expect.poll(isModal).toBe(true);
        for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press("Escape");
        await expect.poll(isModal).toBe(true);
      }
      await codeIsThere(page);
      await page.evaluate(way);
      await expect.poll(isModal).toBe(true);
      await expect(modal(page)).toHaveCount(1);
    });
  }
});

test("a portal that is moved inside a shadow root of its host stays covered by the modal", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, tomasz);
  await Shell.open(page, portal);
  const release = await holdBack(page, CODE);
  await page.evaluate(async () => {
    const around = document.createElement("div");
    document.body.append(around);
    const root = around.attachShadow({ mode: "open" });
    const [first, second] = [document.createElement("section"), document.createElement("section")];
    root.append(first, second);
    const element = document.createElement("div");
    first.append(element);
    const { entry } = window as unknown as ShellWindow;
    await entry.mount(element, { apiBase: "/api/v1", basePath: "/partners" });
    Object.assign(window, { move: () => second.append(element) });
  });
  await expect(modal(page).locator("#technical_emergency")).toBeVisible();
  await page.evaluate(() => (window as unknown as { move(): void }).move());
  const isModal = () => modal(page).evaluate((dialog) => dialog.matches(":modal"));
  await expect.poll(isModal).toBe(true);
  release();
  await codeIsThere(page);
  expect(await isModal()).toBe(true);
});
