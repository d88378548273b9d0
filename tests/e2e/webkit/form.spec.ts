// Tests in WebKitGTK that the form is filled in with the keyboard alone, and opens every session.

import { isolated } from "../support/isolated.ts";
import { CEDAR_STONE, hannah, meiLing } from "../support/people.ts";
import { storedBy } from "../support/stored.ts";
import { expect, test } from "../support/webkit/fixtures.ts";
import { expectFocused, expectGone, expectShown, type WebKitWindow } from "../support/webkit/window.ts";

const box = (window: WebKitWindow, name: string) => window.control("textbox", name);
const chip = (window: WebKitWindow, address: string) =>
  window.control("button", `Edit ${isolated(address)}`);

/** Fills in what is required and submits, beginning at the first field, which has the focus. */
async function fillInFromFirst(window: WebKitWindow): Promise<void> {
  await window.type("oncall@example.com");
  await window.press("Enter");
  await expectShown(chip(window, "oncall@example.com"));
  await window.tabTo(box(window, "Technical non-emergency contacts"));
  await window.type("api-team@example.com,");
  await expectShown(chip(window, "api-team@example.com"));
  await window.tabTo(box(window, `Operational contact (for ${isolated("Meridian")})`));
  await window.type("ops@example.com");
  // Leaving the box also completes the entry.
  await window.tabTo(box(window, "Operational contact (to share with users)"));
  await expectShown(chip(window, "ops@example.com"));
  await window.activate(window.control("button", "Add schedule"));
  const zone = window.control("combobox", "Time zone");
  await expectFocused(zone);
  await window.type("Warsaw");
  await expectShown(window.control("option", /Warsaw/));
  await window.press("Enter");
  await expectGone(window.control("listbox", "Time zones"));
  expect(await zone.property("value")).toMatch(/^Warsaw \(/);
  await window.activate(window.control("button", "Submit"));
}

test("a user fills in the form by keyboard, and the portal opens", async ({ portal, window }) => {
  await window.signIn(portal, hannah);
  await window.goto(`${portal.url}/portal/`);
  await expectShown(window.control("button", "Add schedule"));

  // A first submit is too early. The error summary links to the first field.
  await window.activate(window.control("button", "Submit"));
  const errors = window.control("alert").control("button");
  await expect.poll(() => errors.count()).toBe(4);
  await window.press("Tab");
  await window.press("Enter");
  await expectFocused(box(window, "Technical emergency contacts"));

  await fillInFromFirst(window);

  await expectFocused(window.control("heading", "Home"));
  await expectGone(window.control("dialog"));
  const saved = await storedBy(await portal.person(hannah), CEDAR_STONE);
  expect(saved.technical_emergency).toEqual(["oncall@example.com"]);
  expect(saved.technical_non_emergency).toEqual(["api-team@example.com"]);
  expect(saved.operational_platform).toEqual(["ops@example.com"]);
  expect(saved.operational_support[0]!.time_zone).toBe("Europe/Warsaw");
});

test("addresses are edited and removed by keyboard", async ({ portal, window }) => {
  await window.signIn(portal, hannah);
  await window.goto(`${portal.url}/portal/`);
  await window.tabTo(box(window, "Technical emergency contacts"));
  for (const address of ["one@example.com", "two@example.com"]) {
    await window.type(address);
    await window.press("Enter");
    await expectShown(chip(window, address));
  }
  await window.press("ArrowLeft");
  await expectFocused(chip(window, "two@example.com"));
  await window.press("Delete");
  await expectGone(chip(window, "two@example.com"));
  await expectShown(chip(window, "one@example.com"));
});

test("typed text is still there after the page was loaded again", async ({ portal, window }) => {
  await window.signIn(portal, hannah);
  await window.goto(`${portal.url}/portal/`);
  await window.tabTo(box(window, "Technical emergency contacts"));
  await window.type("kept@example.com");
  await window.press("Enter");
  await expectShown(chip(window, "kept@example.com"));
  await window.goto(`${portal.url}/portal/`);
  await expectShown(chip(window, "kept@example.com"));
});

test("a second session opens on its page when the first completes the form", async ({
  portal,
  openWindow,
}) => {
  const colleague = await openWindow();
  await colleague.signIn(portal, meiLing);
  await colleague.goto(`${portal.url}/portal/help`);
  await expectShown(colleague.control("dialog", "Required information"));

  const first = await openWindow();
  await first.signIn(portal, hannah);
  await first.goto(`${portal.url}/portal/`);
  await expectShown(first.control("button", "Add schedule"));
  await first.tabTo(box(first, "Technical emergency contacts"));
  await fillInFromFirst(first);
  await expectFocused(first.control("heading", "Home"));

  await expectFocused(colleague.control("heading", "Help and support"));
  await expectGone(colleague.control("dialog"));
  expect(await colleague.address()).toBe(`${portal.url}/portal/help`);
});
