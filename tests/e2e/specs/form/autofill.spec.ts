// Tests the browser's own autofill, as when a user chooses a suggested address. The events are real, and
// some are misleading: they report focus on boxes that never get it, and keys without a name.

import type { Locator } from "@playwright/test";

import { chips } from "../../support/address_list.ts";
import { type ContactForm, openForm } from "../../support/contact_form.ts";
import { expect, type Page, test } from "../../support/fixtures.ts";
import { giulia } from "../../support/people.ts";

const EMERGENCY = "Technical emergency contacts";
const OTHERS = [
  "Technical non-emergency contacts",
  "Operational contact for merchant issues",
  "Operational contact (for the platform)",
] as const;

const ADDRESS = {
  fields: [
    { name: "NAME_FULL", value: "Ada Lovelace" },
    { name: "EMAIL_ADDRESS", value: "ada@example.com" },
    { name: "ADDRESS_HOME_LINE1", value: "12 Example Street" },
    { name: "ADDRESS_HOME_CITY", value: "London" },
    { name: "ADDRESS_HOME_COUNTRY", value: "GB" },
  ],
};

/** Focuses the box and fills it in as if the user had chosen the address in the list below it. */
async function chooseAddress(page: Page, box: Locator): Promise<void> {
  await box.focus();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Autofill.enable");
  const filled = new Promise<void>((resolve) => {
    devtools.on("Autofill.addressFormFilled", () => resolve());
  });
  const { result } = await devtools.send("Runtime.evaluate", {
    expression: "document.getElementById('portal').shadowRoot.activeElement",
  });
  const { node } = await devtools.send("DOM.describeNode", { objectId: result.objectId });
  const { frameTree } = await devtools.send("Page.getFrameTree");
  const frameId = frameTree.frame.id;
  await devtools.send("Autofill.trigger", { fieldId: node.backendNodeId, frameId, address: ADDRESS });
  await filled;
  await devtools.detach();
}

/** Returns a list that collects the page's uncaught errors from now on. */
function uncaughtOf(page: Page): string[] {
  const uncaught: string[] = [];
  page.on("pageerror", (error) => uncaught.push(error.message));
  return uncaught;
}

async function expectUntouched(form: ContactForm): Promise<void> {
  for (const label of OTHERS) {
    await expect(form.box(label)).toHaveValue("");
    await expect(chips(form.box(label))).toHaveCount(0);
  }
}

test("a suggested address becomes one chip, only in the list that it was chosen for", async ({
  page,
  portal,
}) => {
  const uncaught = uncaughtOf(page);
  const form = await openForm(page, portal, giulia);
  const box = form.box(EMERGENCY);
  await chooseAddress(page, box);
  await expect(box).toHaveValue("ada@example.com");
  await expectUntouched(form);
  await page.keyboard.press("Tab");
  await expect(chips(box)).toHaveText(["ada@example.com"]);
  await expectUntouched(form);
  await form.type("Technical non-emergency contacts", "api@example.com");
  expect(uncaught).toEqual([]);
});
