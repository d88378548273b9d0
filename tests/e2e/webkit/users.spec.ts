// Tests in WebKitGTK the dialogs in which an administrator manages users, inside the mandatory modal.

import { isolated } from "../support/isolated.ts";
import { giulia } from "../support/people.ts";
import { expect, test } from "../support/webkit/fixtures.ts";
import { expectFocused, expectGone, expectShown } from "../support/webkit/window.ts";

test.beforeEach(async ({ portal, window }) => {
  await window.signIn(portal, giulia);
  await window.goto(`${portal.url}/portal/`);
  await window.control("tab", "Users").click();
  await expectShown(window.control("row").containing("Chiara Romano"));
});

test("a user is added by keyboard", async ({ window }) => {
  const add = window.control("button", "Add user");
  await window.activate(add);
  const dialog = window.control("dialog", "Add user");
  await expectFocused(dialog.control("textbox", "Name"));
  await window.type("Ewa Nowak");
  await window.press("Tab");
  await window.type("ewa.nowak@example.com");
  await window.press("Tab", "Space", "ArrowDown");
  await window.activate(dialog.control("button", "Add and invite"));
  await expectShown(window.control("textbox", "Link to send"));
  await window.press("Escape");
  await expectFocused(add);
  await expectShown(window.control("row").containing("Ewa Nowak"));
});

test("Tab stays in the dialog Add user", async ({ window }) => {
  test.fail(true, "WebKitGTK does not hold the focus in a dialog inside a dialog");
  await window.control("button", "Add user").click();
  await expectFocused(window.control("dialog", "Add user").control("textbox", "Name"));
  for (let presses = 1; presses <= 20; presses += 1) {
    await window.press("Tab");
    const outside = await window.evaluate(() => {
      const focused = portalRoot().activeElement;
      const dialog = [...portalRoot().querySelectorAll("dialog[open]")].at(-1)!;
      return focused === null || dialog.contains(focused) ? null : focused.textContent;
    });
    expect(outside, `after ${presses} presses of Tab`).toBeNull();
  }
});

test("one press of Escape closes only the inner dialog", async ({ window }) => {
  const add = window.control("button", "Add user");
  await add.click();
  await expectShown(window.control("dialog", "Add user"));
  await window.press("Escape");
  await expectGone(window.control("dialog", "Add user"));
  await expectShown(window.control("dialog", "Required information"));
  await expectFocused(add);
});

test("a user's role is changed", async ({ window }) => {
  const manage = window.control("button", `Manage ${isolated("Noa Ben-David")}`);
  await manage.click();
  const dialog = window.control("dialog", "Noa Ben-David");
  await dialog.control("radio", /^Editor/).click();
  await dialog.control("button", "Save role").click();
  await expectShown(dialog.control("status").containing("Role saved"));
  await window.press("Escape");
  await expectFocused(manage);
  const row = window.control("row").containing("Noa Ben-David");
  await expect.poll(() => row.text()).toContain("Editor");
});

test("a user is removed after a question", async ({ window }) => {
  await window.control("button", `Manage ${isolated("Noa Ben-David")}`).click();
  await window.control("dialog", "Noa Ben-David").control("button", "Remove from account").click();
  const question = window.control("dialog", `Remove ${isolated("Noa Ben-David")}?`);
  await question.control("button", "Remove from account").click();
  await expectGone(question);
  await expectGone(window.control("row").containing("Noa Ben-David"));
  await expectShown(window.control("dialog", "Required information"));
});
