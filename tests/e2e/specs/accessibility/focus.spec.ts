// Tests that the focus is never lost when the focused element disappears. A keyboard user would
// otherwise have to start again from the top of the page.

import { endSessionAfter } from "../../support/end_session.ts";
import { FOCUS_TAKEN_BACK, TAB_LEAVES_PAGE } from "../../support/firefox_limits.ts";
import { expect, type Page, test } from "../../support/fixtures.ts";
import { holdBack } from "../../support/hold_back.ts";
import { Keyboard } from "../../support/keyboard.ts";
import { PortalView } from "../../support/page_object.ts";
import {
  amara,
  BELLA_VISTA,
  COMPLETE_DOCUMENT,
  giulia,
  maya,
  NORTHGATE,
  tomasz,
} from "../../support/people.ts";
import type { Portal, UserCriteria } from "../../support/portal.ts";
import { Sentences } from "../../support/sentences.ts";

/** Opens the portal in English. */
async function open(page: Page, portal: Portal, user: UserCriteria, path = "/portal/") {
  await portal.signIn(page, user);
  await page.goto(path);
  return { view: new PortalView(page, portal, await Sentences.in("en")), keyboard: new Keyboard(page) };
}

test("removing a chip, hours or a schedule keeps the focus on the page", async ({ page, portal }) => {
  const { view, keyboard } = await open(page, portal, giulia);
  await view.formIsWhole();
  await view.typeAddress("TechnicalEmergency", "one@example.com");
  await view.chip("one@example.com").focus();
  await keyboard.press("Delete");
  await expect(view.box("TechnicalEmergency")).toBeFocused();
  await keyboard.activate(view.button("Undo"));
  await expect(view.chip("one@example.com")).toBeVisible();
  await view.addScheduleIn("Europe/Rome");
  await keyboard.activate(view.button("RemoveHours"));
  await expect(view.button("AddHours")).toBeFocused();
  await view.button("RemoveSchedule").focus();
  await keyboard.press("Enter");
  await expect(view.button("AddSchedule")).toBeFocused();
});

test("the focus moves to the page when a colleague's save opens the portal", async ({ page, portal }) => {
  const { view, keyboard } = await open(page, portal, tomasz);
  await view.formIsWhole();
  await view.box("TechnicalEmergency").focus();
  const colleague = await portal.person(giulia);
  const path = `/accounts/${BELLA_VISTA}/contact-information`;
  const before = await colleague.api("GET", path);
  const saved = await colleague.api("PUT", `${path}?environment=sandbox`, {
    data: COMPLETE_DOCUMENT,
    headers: { "if-match": before.headers()["etag"]! },
  });
  expect(saved.status()).toBe(200);
  await expect(view.heading("Home")).toBeFocused();
  await keyboard.expectFocus("unlocking");
});

test("changing the language keeps the focus", async ({ page, portal }) => {
  const { view, keyboard } = await open(page, portal, giulia);
  await view.formIsWhole();
  const languages = page.locator("#modal-language");
  await languages.focus();
  await languages.selectOption("he");
  await expect(page.getByRole("dialog", { name: "פרטים נדרשים" })).toBeVisible();
  await expect(languages).toBeFocused();
  await keyboard.expectFocus("another language");
});

test("switching the environment keeps the focus on the page, with and without the modal", async ({ page, portal }) => {
  const { view, keyboard } = await open(page, portal, { account: "Wanderlight Tours" });
  await expect(view.heading("Home")).toBeVisible();
  await keyboard.activate(view.link("Production"));
  await expect(view.dialog("RequiredInformation")).toBeVisible();
  await keyboard.expectFocus("locking");
  await keyboard.activate(view.dialog("RequiredInformation").getByRole("link", { name: "Sandbox" }));
  await expect(view.heading("Home")).toBeFocused();
});

test("a successful Retry keeps the focus on the page", async ({ page, portal, browserName }) => {
  test.skip(browserName === "firefox", TAB_LEAVES_PAGE);
  await page.route("**/api/v1/**", (route) => route.abort());
  const { view, keyboard } = await open(page, portal, amara);
  await expect(view.text("UnreachableTitle")).toBeVisible();
  await page.unroute("**/api/v1/**");
  await keyboard.activate(view.button("Retry"));
  await expect(view.heading("Home")).toBeFocused();

  await portal.api(page, "PUT", "/test/faults", { data: { fail: "users", times: 1 } });
  await keyboard.activate(view.link("AccountAndUsers"));
  await expect(view.heading("AccountAndUsers")).toBeFocused();
  await keyboard.activate(view.button("Retry"));
  await expect(view.user("Maya Lindqvist")).toBeVisible();
  await keyboard.expectFocus("the list of users");
});

test("a successful Retry moves the focus to the page even if lazy chunks load later", async ({ page, portal }) => {
  await page.route("**/api/v1/**", (route) => route.abort());
  const release = await holdBack(page, "**/chunks/**");
  const { view } = await open(page, portal, amara);
  await expect(view.text("UnreachableTitle")).toBeVisible();
  await page.unroute("**/api/v1/**");
  await view.button("Retry").press("Enter");
  await expect(view.text("UnreachableTitle")).toHaveCount(0);
  release();
  await expect(view.heading("Home")).toBeFocused();
});

test("the end of the session and a new sign-in keep the focus on the page", async ({ page, portal }) => {
  const { view, keyboard } = await open(page, portal, giulia);
  await view.formIsWhole();
  await endSessionAfter(page, portal, async () => {
    await view.box("TechnicalEmergency").focus();
    await keyboard.type("later@example.com");
  });
  await expect(view.heading("SignedOutTitle")).toBeFocused();
  await portal.signIn(page, giulia);
  await keyboard.activate(view.button("SignedInAgain"));
  await expect(view.dialog("RequiredInformation")).toBeVisible();
  await keyboard.expectFocus("signing in");
});

test("closing a notice keeps the focus on the page", async ({ page, portal }) => {
  const { view, keyboard } = await open(page, portal, tomasz);
  await view.formIsWhole();
  const administrator = await portal.person(giulia);
  const path = `/accounts/${BELLA_VISTA}/users/usr_tomasz_zielinski`;
  await administrator.api("PATCH", path, { data: { role: "reader" } });
  await expect(view.text("RoleChanged")).toBeVisible();
  const modal = view.dialog("RequiredInformation");
  await keyboard.activate(modal.getByRole("button", { name: "Close" }));
  await expect(view.text("RoleChanged")).toBeHidden();
  await keyboard.expectFocus("the notice");
});

test("choosing an entry of the account menu keeps the focus on the page", async ({ page, portal }) => {
  const { view, keyboard } = await open(page, portal, maya, `/portal/?account=${NORTHGATE}`);
  await expect(view.heading("Home")).toBeVisible();
  const menu = page.getByRole("button", { name: "Maya Lindqvist" });
  await keyboard.activate(menu);
  await keyboard.activate(page.getByRole("link", { name: "Bella Vista Bookings" }));
  await expect(view.dialog("RequiredInformation")).toBeVisible();
  await keyboard.expectFocus("another account");
});

test("Skip to main content and a link in the content move the focus to the heading", async ({
  page,
  portal,
}) => {
  const { view, keyboard } = await open(page, portal, amara, "/portal/nowhere");
  await expect(view.heading("NotFound")).toBeVisible();
  await keyboard.tabTo(view.button("SkipToContent"));
  await keyboard.press("Enter");
  await expect(view.heading("NotFound")).toBeFocused();
  await keyboard.activate(view.link("NotFoundHome"));
  await expect(view.heading("Home")).toBeFocused();
});

test("the portal does not take the focus when it is outside the portal", async ({
  page,
  portal,
  browserName,
}) => {
  test.fixme(browserName === "firefox", FOCUS_TAKEN_BACK);
  const { view } = await open(page, portal, giulia, "/portal/");
  await view.formIsWhole();
  await view.button("AddSchedule").press("Enter");
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await view.button("RemoveSchedule").evaluate((button: HTMLElement) => button.remove());
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(null))));
  const isNowhere = await page.evaluate(() => document.activeElement === document.body);
  expect(isNowhere).toBe(true);
});
