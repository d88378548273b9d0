// Tests what the user sees when a request fails, and that they can continue from there.

import type { Page, Route } from "@playwright/test";

import { ContactForm } from "../../support/contact_form.ts";
import { endSessionAfter } from "../../support/end_session.ts";
import { expect, test } from "../../support/fixtures.ts";
import { holdBack } from "../../support/hold_back.ts";
import { keptDraft } from "../../support/kept_draft.ts";
import { amara, CEDAR_STONE, giulia, hannah, meiLing, NORTHGATE } from "../../support/people.ts";
import type { Portal } from "../../support/portal.ts";
import { storedDocument } from "../../support/stored.ts";

const CONTACT_PAGE = "/portal/configuration/contact-information";

const dialog = (page: Page) => page.getByRole("dialog", { name: "Required information" });

/** Makes the next requests fail at the point `fail` of the backend. */
async function failNext(portal: Portal, page: Page, fail: string, times = 1): Promise<void> {
  const ordered = await portal.api(page, "PUT", "/test/faults", { data: { fail, times } });
  expect(ordered.status()).toBe(204);
}

for (const point of ["session", "completion"]) {
  test(`if the ${point} cannot be read, a panel offers to try again`, async ({
    page,
    portal,
  }) => {
    await portal.signIn(page, amara);
    await failNext(portal, page, point, 100);
    await page.goto("/portal/help");
    await expect(page.getByText("The portal can’t be reached")).toBeVisible();
    await expect(page.getByRole("navigation")).toHaveCount(0);

    await portal.api(page, "DELETE", "/test/faults");
    await page.getByRole("button", { name: "Retry" }).press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Help and support" })).toBeVisible();
  });
}

for (const [point, card, content] of [
  ["account", "Account", "Northgate Tables"],
  ["onboarding_plan", "Onboarding plan", "Configure contact information"],
] as const) {
  test(`if the ${point} cannot be read, its card on Home offers to try again`, async ({
    page,
    portal,
  }) => {
    await portal.signIn(page, amara);
    await failNext(portal, page, point);
    await page.goto("/portal/");
    const region = page.getByRole("region", { name: card });
    await expect(region).toContainText("couldn’t be loaded");
    await region.getByRole("button", { name: "Retry" }).press("Enter");
    await expect(region).toContainText(content);
  });
}

test("without a network, a panel offers to try again, and stays if that fails too", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  await page.route("**/api/v1/**", (route) => route.abort());
  await page.goto("/portal/help");
  await expect(page.getByText("The portal can’t be reached")).toBeVisible();
  // The retry must have failed before the network is back.
  const failed = page.waitForEvent("requestfailed");
  await page.getByRole("button", { name: "Retry" }).press("Enter");
  await failed;
  await expect(page.getByText("The portal can’t be reached")).toBeVisible();
  await page.unroute("**/api/v1/**");
  await page.getByRole("button", { name: "Retry" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Help and support" })).toBeVisible();
});

test("if the app itself cannot be loaded, a panel offers to try again", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  await page.route("**/app-*.wasm", (route) => route.abort());
  await page.goto("/portal/help");
  const panel = page.getByRole("alert");
  await expect(panel.getByRole("heading")).toHaveText("The portal couldn’t be loaded");
  await page.unroute("**/app-*.wasm");
  await panel.getByRole("button", { name: "Try again" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Help and support" })).toBeVisible();
  await expect(panel).toHaveCount(0);
});

test("a save whose response was lost still opens the portal, and is stored once", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, hannah);
  await page.goto(CONTACT_PAGE);
  const form = new ContactForm(page);
  await form.fillIn();
  await failNext(portal, page, "save_after_commit");
  await form.submit.press("Enter");
  await expect(dialog(page)).toHaveCount(0);
  await expect(form.chip("oncall@example.com")).toBeVisible();
  await expect(form.save).not.toHaveAttribute("aria-busy", "true");
  await form.save.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: /Saved/ })).toHaveCount(1);
  expect((await storedDocument(portal, page, CEDAR_STONE)).revision).toBe(1);
});

test("a save whose response was lost can be repeated, and is stored once", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  const before = await storedDocument(portal, page, NORTHGATE);
  await page.goto(CONTACT_PAGE);
  const form = new ContactForm(page);
  await form.type("Technical emergency contacts", "pager@example.com");
  await failNext(portal, page, "save_unavailable_after_commit");
  await form.save.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Not saved" })).toHaveCount(1);
  await expect(form.chip("pager@example.com")).toBeVisible();
  await form.save.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: /Saved/ })).toHaveCount(1);
  const { revision, contact_information } = await storedDocument(portal, page, NORTHGATE);
  expect(revision).toBe(before.revision + 1);
  expect(contact_information.technical_emergency).toEqual([
    "oncall@northgate.example.com",
    "pager@example.com",
  ]);
});

test("a failed save changes nothing and keeps the typed text", async ({ page, portal }) => {
  await portal.signIn(page, hannah);
  await page.goto("/portal/");
  const form = new ContactForm(page);
  await form.fillIn();
  await failNext(portal, page, "save");
  await form.submit.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Not saved" })).toHaveCount(1);
  expect((await storedDocument(portal, page, CEDAR_STONE)).revision).toBe(0);
  await expect(form.chip("oncall@example.com")).toBeVisible();
  await form.submit.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
});

test("the contact information and the users each offer to try again", async ({ page, portal }) => {
  await portal.signIn(page, giulia);
  await failNext(portal, page, "contact_information");
  await failNext(portal, page, "users");
  await page.goto("/portal/");
  const panel = page.getByRole("tabpanel");
  await expect(panel.getByText("This couldn’t be loaded.")).toBeVisible();
  await panel.getByRole("button", { name: "Retry" }).press("Enter");
  await expect(new ContactForm(page).box("Technical emergency contacts")).toBeVisible();

  await page.getByRole("tab", { name: "Users" }).click();
  await expect(panel.getByText("This couldn’t be loaded.")).toBeVisible();
  await panel.getByRole("button", { name: "Retry" }).press("Enter");
  await expect(panel.getByRole("row", { name: /Tomasz Zieliński/ })).toBeVisible();
});

test.describe("when the session ends while the user types", () => {
  test.beforeEach(async ({ page, portal }) => {
    await portal.signIn(page, hannah);
    await page.goto("/portal/");
    const form = new ContactForm(page);
    await form.fillIn();
    // The whole draft is saved before the session ends, so the submit is the request that is refused.
    const kept = async () => (await keptDraft(portal, page, CEDAR_STONE))?.content ?? "";
    await expect.poll(kept).toContain("Europe/Warsaw");
    await endSessionAfter(page, portal, () => form.submit.press("Enter"));
    await expect(page.getByText("Your session has ended")).toBeVisible();
    await expect(page.getByText("What you typed is still here.")).toBeVisible();
  });

  test("the text is kept for the same user, who can then submit it", async ({
    page,
    portal,
  }) => {
    await portal.signIn(page, hannah);
    await page.getByRole("button", { name: "I have signed in again" }).press("Enter");
    const form = new ContactForm(page);
    await expect(form.chip("oncall@example.com")).toBeVisible();
    await expect(form.chip("ops@example.com")).toBeVisible();
    await form.submit.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
    expect((await storedDocument(portal, page, CEDAR_STONE)).revision).toBe(1);
  });

  test("a late response to an older request does not end the new session", async ({ page, portal }) => {
    const response = await portal.api(page, "GET", "/session");
    expect(response.status()).toBe(401);
    const refuse = (route: Route) => route.fulfill({ response });
    const release = await holdBack(page, "**/api/v1/session", refuse, 1);
    const again = page.getByRole("button", { name: "I have signed in again" });
    const asked = page.waitForRequest("**/api/v1/session");
    await again.press("Enter");
    await asked;
    await portal.signIn(page, hannah);
    await again.press("Enter");
    const form = new ContactForm(page);
    await expect(form.chip("ops@example.com")).toBeVisible();
    const late = page.waitForResponse((response) => response.status() === 401);
    release();
    await (await late).finished();
    await form.type("Technical non-emergency contacts", "more@example.com");
    const sent = page.waitForRequest((request) => request.method() === "PUT");
    await form.submit.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
    expect((await sent).headers()["x-partner-portal-user"]).toBe((await portal.find(hannah)).user_id);
  });

  test("the text is not shown to another user", async ({ page, portal }) => {
    await portal.signIn(page, meiLing);
    await page.getByRole("button", { name: "I have signed in again" }).press("Enter");
    const form = new ContactForm(page);
    await expect(form.box("Technical emergency contacts")).toBeVisible();
    await expect(form.chip("oncall@example.com")).toHaveCount(0);
  });
});

test("a user who is not signed in is sent to sign in, and returns to the same page", async ({
  page,
  portal,
}) => {
  await page.goto(`${portal.url}/portal/help?env=production`);
  await expect(page.getByRole("heading", { name: "Choose a person" })).toBeVisible();
  await page.getByRole("searchbox", { name: "Search" }).fill("Amara");
  await page.getByRole("button", { name: /Amara Okafor/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Help and support" })).toBeVisible();
  await expect(page).toHaveURL("/portal/help?env=production");
});
