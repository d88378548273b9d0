// Tests the first view when the code fails, another user signs in, or the host unmounts the portal.

import { ContactForm } from "../../support/contact_form.ts";
import { CODE, codeIsThere, modal, openEarlyAs } from "../../support/early_view.ts";
import { expect, test } from "../../support/fixtures.ts";
import { holdBack } from "../../support/hold_back.ts";
import { amara, giulia, tomasz } from "../../support/people.ts";
import { Shell } from "../../support/shell/shell.ts";

const EMERGENCY = "Technical emergency contacts";

test("code that fails to load can be requested again, and the text stays", async ({ page, portal }) => {
  await portal.signIn(page, tomasz);
  let isBroken = true;
  await page.route(CODE, (route) => (isBroken ? route.abort() : route.continue()));
  await page.goto("/portal/");
  const form = new ContactForm(page);
  const alert = modal(page).getByRole("alert");
  await expect(alert).toContainText("The portal couldn’t be loaded");
  await form.box(EMERGENCY).fill("kept@example.com");
  isBroken = false;
  await alert.getByRole("button", { name: "Try again" }).click();
  await codeIsThere(page);
  await expect(alert).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Required information" })).toBeFocused();
  await expect(form.chip("kept@example.com")).toBeVisible();
  await expect(modal(page).locator("#technical_emergency")).toHaveCount(1);
  await form.type("Technical non-emergency contacts", "more@example.com");
});

test("code that breaks while taking over keeps the text, and can be reloaded", async ({
  page,
  portal,
}) => {
  const release = await openEarlyAs(page, portal, tomasz);
  const form = new ContactForm(page);
  await form.box(EMERGENCY).fill("kept@example.com");
  // Breaks a function that the app draws the modal with, once, as a script of the page could.
  await page.evaluate(() => {
    const { createElement } = Document.prototype;
    Document.prototype.createElement = function (name: string) {
      if (name !== "footer") return createElement.call(this, name);
      Document.prototype.createElement = createElement;
      throw new Error("broken");
    };
  });
  release();
  const alert = modal(page).getByRole("alert");
  await expect(alert).toContainText("Something went wrong");
  await expect(form.box(EMERGENCY)).toHaveValue("kept@example.com");
  expect(await modal(page).evaluate((dialog) => dialog.matches(":modal"))).toBe(true);
  await alert.getByRole("button", { name: "Reload the portal" }).click();
  await codeIsThere(page);
  await expect(form.chip("kept@example.com")).toBeVisible();
});

test("the modal opens without a first view if that cannot be fetched", async ({ page, portal }) => {
  await portal.signIn(page, tomasz);
  await page.route("**/first-views/**", (route) => route.fulfill({ status: 404 }));
  await page.goto("/portal/");
  await codeIsThere(page);
  await expect(modal(page)).toHaveCount(1);
});

test("a complete account sees no modal, not even before the code has loaded", async ({ page, portal }) => {
  await portal.signIn(page, amara);
  const drawn: string[] = [];
  await page.exposeFunction("drawn", (name: string) => drawn.push(name));
  await page.addInitScript(() => {
    const { showModal } = HTMLDialogElement.prototype;
    HTMLDialogElement.prototype.showModal = function () {
      (globalThis as unknown as { drawn(name: string): void }).drawn("modal");
      showModal.call(this);
    };
  });
  await page.goto("/portal/help");
  await expect(page.getByRole("heading", { level: 1, name: "Help and support" })).toBeVisible();
  expect(drawn).toEqual([]);
});

test("text typed by one user never reaches another user", async ({ page, portal }) => {
  const release = await openEarlyAs(page, portal, tomasz);
  await new ContactForm(page).box(EMERGENCY).fill("secret@example.com");
  // Another user signs in in another tab.
  await portal.signIn(page, giulia);
  release();
  const back = page.getByRole("button", { name: "I have signed in again" });
  await expect(back).toBeVisible();
  await expect(modal(page)).toHaveCount(0);
  await back.click();
  await codeIsThere(page);
  const form = new ContactForm(page);
  await expect(form.box(EMERGENCY)).toHaveValue("");
  await expect(form.chip("secret@example.com")).toHaveCount(0);
  const draft = await portal.api(page, "GET", "/accounts/acc_bella_vista/contact-information/draft");
  expect(await draft.text()).not.toContain("secret");
});

test("a host that unmounts the portal during its first view gets its page back", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, tomasz);
  const shell = await Shell.open(page, portal);
  await page.evaluate(() => {
    const button = document.createElement("button");
    button.textContent = "The host’s own";
    document.body.prepend(button);
  });
  const held = page.waitForRequest(CODE);
  const release = await holdBack(page, CODE);
  await shell.mount("one");
  await expect(modal(page).locator("#technical_emergency")).toBeVisible();
  await held;
  await shell.unmount("one");
  await expect(modal(page)).toHaveCount(0);
  const loaded = page.waitForResponse(CODE);
  release();
  await (await loaded).finished();
  await page.getByRole("button", { name: "The host’s own" }).click();
  await shell.mount("one");
  await codeIsThere(page);
  await expect(modal(page)).toHaveCount(1);
  await shell.unmount("one");
  expect(await page.locator("body").getAttribute("tabindex"), "the host’s page is unchanged").toBeNull();
});

test("two portals on a page each take over their own text", async ({ page, portal }) => {
  await portal.signIn(page, tomasz);
  const shell = await Shell.open(page, portal);
  const release = await holdBack(page, CODE);
  await shell.mount("one");
  await shell.mount("two");
  for (const id of ["one", "two"]) {
    await page.locator(`#${id} #technical_emergency`).evaluate((box, text) => {
      (box as HTMLInputElement).value = text;
    }, `${id}@example.com, `);
  }
  release();
  for (const id of ["one", "two"]) {
    await expect(page.locator(`#${id} .chip`)).toHaveText(new RegExp(`${id}@example.com`));
  }
});
