// Tests in WebKitGTK that the mandatory modal cannot be closed while contact information is missing.

import { isolated } from "../support/isolated.ts";
import { giulia } from "../support/people.ts";
import { WAYS_TO_CLOSE } from "../support/ways_to_close.ts";
import { expect, test } from "../support/webkit/fixtures.ts";
import { expectFocused, expectGone, expectShown, type WebKitWindow } from "../support/webkit/window.ts";

const DEEP_LINK = "/portal/configuration/account-and-users";

const required = (window: WebKitWindow) => window.control("dialog", "Required information");

async function expectLocked(window: WebKitWindow): Promise<void> {
  await expectShown(required(window));
  await expect
    .poll(() => window.evaluate(() => portalRoot().querySelector("dialog")?.matches(":modal")))
    .toBe(true);
}

test.beforeEach(async ({ portal, window }) => {
  await window.signIn(portal, giulia);
  await window.goto(portal.url + DEEP_LINK);
  await expectLocked(window);
});

test("an incomplete account sees the modal at the address that was opened", async ({ portal, window }) => {
  expect(await window.address()).toBe(portal.url + DEEP_LINK);
  await expectFocused(window.control("heading", "Required information"));
  const progress = required(window).control("progressbar");
  expect(await progress.attribute("aria-valuetext")).toBe(`${isolated(0)} of 6 complete`);
});

test("Escape closes nothing, pressed once or twice, wherever the focus is", async ({ window }) => {
  const places = [
    window.control("heading", "Required information"),
    window.control("link", "Contact support"),
    window.control("tab", "Users"),
    window.control("textbox", "Technical emergency contacts"),
    window.control("button", "Submit"),
  ];
  for (const place of places) {
    for (const keys of [["Escape"], ["Escape", "Escape"]]) {
      await place.focus();
      await window.press(...keys);
      await expectLocked(window);
      await expectFocused(place);
    }
  }
});

for (const [name, way] of WAYS_TO_CLOSE) {
  test(`the modal stays open after ${name}`, async ({ window }) => {
    await window.evaluate(way);
    await expectLocked(window);
    await window.press("Escape", "Escape");
    await expectLocked(window);
  });
}

test("Tab never reaches the page behind the modal", async ({ window }) => {
  await expectShown(window.control("button", "Add schedule"));
  for (let presses = 1; presses <= 40; presses += 1) {
    await window.press("Tab");
    const isInside = await window.evaluate(() => {
      const focused = portalRoot().activeElement;
      return focused === null || portalRoot().querySelector("dialog")!.contains(focused);
    });
    expect(isInside, `after ${presses} presses of Tab`).toBe(true);
  }
});

test("without the Navigation API, going back leads to another locked page", async ({ portal, window }) => {
  expect(await window.evaluate(() => "navigation" in globalThis)).toBe(false);
  await required(window).control("link", "Production").click();
  await expect.poll(() => window.address()).toBe(`${portal.url}${DEEP_LINK}?env=production`);
  await expectLocked(window);
  await window.evaluate(() => history.back());
  await expect.poll(() => window.address()).toBe(portal.url + DEEP_LINK);
  await expectLocked(window);
});

test("the account menu opens by keyboard and signs out", async ({ window }) => {
  await required(window).control("button", "Giulia Conti").focus();
  await window.press("Enter");
  await expectShown(window.control("button", "Sign out"));
  await window.press("Escape");
  await expectGone(window.control("button", "Sign out"));
  await expectLocked(window);
  await window.press("Enter");
  await window.control("button", "Sign out").click();
  await expectGone(required(window));
});
