// Tests user actions while a request is pending: no text is lost or reaches the wrong account or field.

import { openForm } from "../../support/contact_form.ts";
import { NO_FAILED_REQUEST } from "../../support/firefox_limits.ts";
import { expect, type Page, test } from "../../support/fixtures.ts";
import { holdBack } from "../../support/hold_back.ts";
import { chipsOf, expectKept, keptDraft } from "../../support/kept_draft.ts";
import { amara, BELLA_VISTA, COMPLETE_DOCUMENT, giulia, maya, NORTHGATE } from "../../support/people.ts";
import { Shell, type ShellWindow } from "../../support/shell/shell.ts";
import { save, stored } from "../../support/stored.ts";
import { UsersPanel } from "../../support/users_panel.ts";

const CONTACT_PAGE = "/portal/configuration/contact-information";
const EMERGENCY = "Technical emergency contacts";
const NON_EMERGENCY = "Technical non-emergency contacts";
/** Matches saves only, because a save names its environment and a read does not. */
const SAVE = /\/contact-information\?environment=/;

const saved = (page: Page) => page.getByRole("status").filter({ hasText: /Saved/ });

test("text typed while a save is pending stays, and is kept as a draft", async ({ page, portal }) => {
  const form = await openForm(page, portal, amara, CONTACT_PAGE);
  const release = await holdBack(page, SAVE);
  await form.type(EMERGENCY, "sent@example.com");
  await form.save.press("Enter");
  await expect(form.save).toHaveAttribute("aria-busy", "true");
  await form.type(NON_EMERGENCY, "later@example.com");
  await page.keyboard.type("half");
  release();
  await expect(form.save).not.toHaveAttribute("aria-busy", "true");
  await expect(form.chip("sent@example.com")).toBeVisible();
  await expect(form.chip("later@example.com")).toBeVisible();
  await expect(form.box(NON_EMERGENCY)).toHaveValue("half");
  const emergency = async () =>
    (await stored(portal, page, NORTHGATE)).technical_emergency;
  await expect.poll(emergency).toContain("sent@example.com");
  await expectKept(portal, page, NORTHGATE, "later@example.com");
});

test("the response to a save after a switch of account does not affect the other account", async ({
  page,
  portal,
}) => {
  const form = await openForm(page, portal, maya, `${CONTACT_PAGE}?account=${NORTHGATE}`);
  const release = await holdBack(page, SAVE);
  await form.type(EMERGENCY, "northgate@example.com");
  await form.save.press("Enter");
  await expect(form.save).toHaveAttribute("aria-busy", "true");
  await page.getByRole("button", { name: "Maya Lindqvist" }).click();
  await page.getByRole("link", { name: "Bella Vista Bookings" }).click();
  await expect(page.getByRole("dialog", { name: "Required information" })).toBeVisible();
  await expect(form.submit).not.toHaveAttribute("aria-busy", "true");
  await form.isWhole();
  const late = page.waitForResponse(SAVE);
  release();
  await (await late).finished();
  await form.type(NON_EMERGENCY, "bella@example.com");
  await expectKept(portal, page, BELLA_VISTA, chipsOf("bella@example.com"));
  await expect(form.chip("northgate@example.com")).toHaveCount(0);
  expect((await keptDraft(portal, page, BELLA_VISTA))?.content).not.toContain("northgate");
});

test("text typed just before a switch of account is saved as a draft", async ({ page, portal }) => {
  await page.clock.install();
  const draft = page.waitForResponse(/\/draft$/);
  const form = await openForm(page, portal, maya, `${CONTACT_PAGE}?account=${NORTHGATE}`);
  await (await draft).finished();
  // The debounce of the draft never elapses.
  await page.clock.pauseAt(Date.now() + 60_000);
  await form.type(EMERGENCY, "quick@example.com");
  await page.getByRole("button", { name: "Maya Lindqvist" }).click();
  await page.getByRole("link", { name: "Bella Vista Bookings" }).click();
  await expectKept(portal, page, NORTHGATE, "quick@example.com");
});

test("saving the same values again later is a new save", async ({ page, portal }) => {
  const form = await openForm(page, portal, amara, CONTACT_PAGE);
  const before = await stored(portal, page, NORTHGATE);
  await form.type(EMERGENCY, "pager@example.com");
  await form.save.press("Enter");
  await expect(saved(page)).toHaveCount(1);
  await save(await portal.person(maya), NORTHGATE, before);
  await expect(form.chip("pager@example.com")).toHaveCount(0);
  await form.type(EMERGENCY, "pager@example.com");
  await form.save.press("Enter");
  const emergency = async () =>
    (await stored(portal, page, NORTHGATE)).technical_emergency;
  await expect.poll(emergency).toContain("pager@example.com");
});

test("an address that is edited while a colleague's save arrives does not replace another one", async ({
  page,
  portal,
}) => {
  const form = await openForm(page, portal, amara, CONTACT_PAGE);
  await form.type(EMERGENCY, "second@example.com");
  await form.save.press("Enter");
  await expect(saved(page)).toHaveCount(1);
  await form.chip("second@example.com").press("Enter");
  const edited = page.getByRole("textbox", { name: /^Edit .*second@example\.com/ });
  await edited.fill("mine@example.com");
  await save(await portal.person(maya), NORTHGATE, {
    technical_emergency: ["theirs@example.com"],
    operational_platform: ["also-theirs@example.com"],
  });
  await expect(form.chip("also-theirs@example.com")).toBeVisible();
  await edited.press("Enter");
  await expect(form.chip("theirs@example.com")).toBeVisible();
  await expect(form.chip("mine@example.com")).toBeVisible();
});

test("a draft that was discarded before a colleague's save is compared with it after Undo", async ({
  page,
  portal,
}) => {
  const form = await openForm(page, portal, amara, CONTACT_PAGE);
  await form.type(EMERGENCY, "mine@example.com");
  await expectKept(portal, page, NORTHGATE, "mine@example.com");
  await page.getByRole("button", { name: "Discard draft" }).press("Enter");
  await expect(form.chip("mine@example.com")).toHaveCount(0);
  await save(await portal.person(maya), NORTHGATE, { operational_platform: ["theirs@example.com"] });
  await expect(form.chip("theirs@example.com")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).press("Enter");
  await page.getByRole("button", { name: "Save these choices" }).press("Enter");
  await expect(saved(page)).toHaveCount(1);
  const both = await stored(portal, page, NORTHGATE);
  expect(both.technical_emergency).toContain("mine@example.com");
  expect(both.operational_platform).toEqual(["theirs@example.com"]);
});

test("text typed while the versions are compared is saved with the choices", async ({
  page,
  portal,
}) => {
  const form = await openForm(page, portal, amara, CONTACT_PAGE);
  await form.type(EMERGENCY, "mine@example.com");
  await save(await portal.person(maya), NORTHGATE, { operational_platform: ["theirs@example.com"] });
  await form.save.press("Enter");
  const answer = page.getByRole("button", { name: "Save these choices" });
  await expect(answer).toBeVisible();
  await form.type(NON_EMERGENCY, "below@example.com");
  await form.box(NON_EMERGENCY).fill("and-this@example.com");
  await answer.press("Enter");
  await expect(saved(page)).toHaveCount(1);
  const all = await stored(portal, page, NORTHGATE);
  expect(all.technical_emergency).toContain("mine@example.com");
  expect(all.operational_platform).toEqual(["theirs@example.com"]);
  expect(all.technical_non_emergency).toEqual(expect.arrayContaining(["below@example.com", "and-this@example.com"]));
});

test("closing Add user while the request is pending breaks nothing, and the list shows the new user", async ({
  page,
  portal,
}) => {
  const uncaught: string[] = [];
  page.on("pageerror", (error) => uncaught.push(error.message));
  await portal.signIn(page, giulia);
  const users = new UsersPanel(page);
  await users.openTab();
  const dialog = await users.add();
  await users.fillIn(dialog, "Ewa Nowak", "ewa.nowak@example.com");
  const adding = /\/users$/;
  const release = await holdBack(page, adding);
  const asked = page.waitForRequest(adding);
  await dialog.getByRole("button", { name: "Add and invite" }).press("Enter");
  await asked;
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  release();
  await expect(users.row("Ewa Nowak")).toContainText("Invited");
  expect(uncaught).toEqual([]);
});

test("a host may unmount the portal while it handles an event", async ({ page, portal }) => {
  const uncaught: string[] = [];
  page.on("pageerror", (error) => uncaught.push(error.message));
  const shell = await Shell.open(page, portal);
  const leave = (status: string) =>
    page.evaluate((status) => {
      const { handles } = window as unknown as ShellWindow;
      document.addEventListener("partner-portal:status", function leave({ detail }: CustomEventInit) {
        if (detail.status !== status) return;
        document.removeEventListener("partner-portal:status", leave);
        handles["one"]!.unmount();
      });
    }, status);
  const isAwayAfter = async (status: string) => {
    const last = async () => (await shell.events("status")).at(-1)?.[2];
    await expect.poll(last).toMatchObject({ status });
    await expect(page.locator("#one .portal-root > *")).toHaveCount(0);
  };
  await leave("signed_out");
  await shell.mount("one");
  await isAwayAfter("signed_out");
  await portal.signIn(page, giulia);
  await leave("open");
  await shell.mount("one");
  await expect(page.getByRole("dialog", { name: "Required information" })).toBeVisible();
  await save(await portal.person(giulia), BELLA_VISTA, COMPLETE_DOCUMENT);
  await isAwayAfter("open");
  await shell.mount("one");
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  expect(uncaught).toEqual([]);
  expect(await shell.events("error")).toEqual([]);
});

test("unmounting the portal cancels its pending reads", async ({ page, portal, browserName }) => {
  test.skip(browserName === "firefox", NO_FAILED_REQUEST);
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal, "/partners/configuration/account-and-users");
  const users = /\/users\?/;
  const release = await holdBack(page, users);
  const asked = page.waitForRequest(users);
  await shell.mount("one");
  await asked;
  const ended = page.waitForEvent("requestfailed", (request) => users.test(request.url()));
  await page.evaluate(() => (window as unknown as ShellWindow).handles["one"]!.unmount());
  await ended;
  release();
});
