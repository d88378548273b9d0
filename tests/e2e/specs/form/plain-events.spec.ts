// Tests plain `Event` objects in place of the specific type that their name suggests. A browser that
// fills in an address, for example, dispatches a plain `Event("keydown")` without a key.

import { chips } from "../../support/address_list.ts";
import { openForm } from "../../support/contact_form.ts";
import { expect, type Page, test } from "../../support/fixtures.ts";
import { amara, giulia } from "../../support/people.ts";
import { heading } from "../../support/shell/shell.ts";
import { UsersPanel } from "../../support/users_panel.ts";

const EMERGENCY = "Technical emergency contacts";

/** The events that the portal or its libraries listen for, except those that press a button. */
const NAMES = [
  "keydown", "keyup", "keypress", "input", "beforeinput", "change", "paste", "copy", "cut", "drop",
  "dragover", "mousedown", "pointerdown", "focusin", "focusout", "focus", "scroll", "toggle",
  "compositionstart", "compositionend", "popstate", "hashchange", "beforeunload",
  "partner-portal:status", "blur",
];

/**
 * Dispatches a plain `Event` of each name on every element of the portal, on its host element, on the
 * document and on the window.
 */
async function dispatchPlainEvents(page: Page): Promise<void> {
  await page.evaluate((names) => {
    const host = document.getElementById("portal")!;
    const targets = [...host.shadowRoot!.querySelectorAll("*"), host, document, window];
    for (const name of names) {
      const init = { bubbles: true, composed: true, cancelable: true };
      for (const target of targets) target.dispatchEvent(new Event(name, init));
    }
  }, NAMES);
}

/** Returns a list that collects uncaught errors and the portal's error events from now on. */
async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  await page.exposeFunction("fault", (type: string) => faults.push(type));
  await page.addInitScript(() => {
    addEventListener("partner-portal:error", (event) => {
      (globalThis as unknown as { fault(type: string): void }).fault((event as CustomEvent).detail.type);
    });
  });
  return faults;
}

test("the form still works after plain events", async ({ page, portal }) => {
  const faults = await faultsOf(page);
  const form = await openForm(page, portal, giulia);
  await form.type(EMERGENCY, "oncall@example.com", "second@example.com");
  const schedule = await form.addSchedule("Europe/Warsaw");
  await schedule.getByRole("button", { name: "Copy to" }).first().click();
  await form.chip("oncall@example.com").press("F2");
  await dispatchPlainEvents(page);
  await form.type(EMERGENCY, "third@example.com");
  await expect(chips(form.box(EMERGENCY))).toHaveText([
    "oncall@example.com",
    "second@example.com",
    "third@example.com",
  ]);
  expect(faults).toEqual([]);
});

test("pages, the menu and dialogs still work after plain events", async ({ page, portal }) => {
  const faults = await faultsOf(page);
  await portal.signIn(page, amara);
  const users = new UsersPanel(page);
  await users.openPage();
  await page.getByRole("button", { name: "Amara Okafor" }).first().click();
  await dispatchPlainEvents(page);
  const dialog = await users.add();
  await users.fillIn(dialog, "Ada Lovelace", "ada@example.com");
  await dispatchPlainEvents(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await page.getByRole("link", { name: "Help and support" }).click();
  await expect(heading(page, "Help and support")).toBeVisible();
  expect(faults).toEqual([]);
});

test("a plain event named click does not follow a link", async ({ page, portal }) => {
  const faults = await faultsOf(page);
  await portal.signIn(page, amara);
  await page.goto("/portal/");
  await expect(heading(page, "Home")).toBeVisible();
  const isTaken = await page.getByRole("link", { name: "Help and support" }).evaluate((link) => {
    const init = { bubbles: true, composed: true, cancelable: true };
    return !link.dispatchEvent(new Event("click", init));
  });
  expect(isTaken).toBe(false);
  await expect(page).toHaveURL(/\/portal\/$/);
  expect(faults).toEqual([]);
});
