// Tests the back/forward cache: the browser keeps a page that the user leaves, and shows it again on
// Back.

import type { ServerResponse } from "node:http";

import { ContactForm } from "../../support/contact_form.ts";
import { NO_CHROMIUM_SWITCHES } from "../../support/firefox_limits.ts";
import { expect, type Page, test } from "../../support/fixtures.ts";
import { amara } from "../../support/people.ts";
import { Gateway } from "../../support/servers/gateway.ts";

test.skip(({ browserName }) => browserName === "firefox", NO_CHROMIUM_SWITCHES);

// Playwright turns this cache off by default.
test.use({
  launchOptions: [
    async ({ launchOptions }, use) => {
      await use({ ...launchOptions, ignoreDefaultArgs: ["--disable-back-forward-cache"] });
    },
    { scope: "worker" },
  ],
});

const CONTACT_PAGE = "/portal/configuration/contact-information";
const STORED = "oncall@northgate.example.com";

interface Marked {
  isFirst?: boolean;
}

/** Goes to another page and back, and checks that the page came out of the cache. */
async function leaveAndComeBack(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(window, { isFirst: true } satisfies Marked));
  await page.evaluate(() => location.assign("/healthz"));
  await expect(page).toHaveURL(/healthz$/);
  await page.evaluate(() => history.back());
  await expect(page).toHaveURL(/contact-information$/);
  await expect.poll(() => page.evaluate(() => (window as Marked).isFirst)).toBe(true);
}

let gateway: Gateway;
test.beforeEach(async ({ page, portal }) => {
  gateway = await Gateway.start(portal.url);
  await portal.signIn(page, amara);
  await page.goto(gateway.url + CONTACT_PAGE);
  const form = new ContactForm(page);
  await expect(form.chip(STORED)).toBeVisible();
  await form.box("Technical emergency contacts").fill("half-ty");
});
test.afterEach(() => gateway.stop());

test("after Back no personal data is shown before the backend has answered", async ({ page }) => {
  const held: (() => void)[] = [];
  gateway.rules.answer = (request, response: ServerResponse) => {
    const isHeld = request.url === "/api/v1/session";
    if (isHeld) held.push(() => response.writeHead(503).end());
    return isHeld;
  };
  await leaveAndComeBack(page);
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await expect(page.getByRole("main")).not.toContainText("northgate");
  await expect(page.getByRole("navigation")).toHaveCount(0);
  gateway.rules = {};
  for (const release of held) release();
  await expect(page.getByText("The portal can’t be reached")).toBeVisible();
  await page.getByRole("button", { name: "Retry" }).press("Enter");
  await expect(new ContactForm(page).chip(STORED)).toBeVisible();
});

test("after Back the same user finds the page and the typed text as they left them", async ({ page }) => {
  await leaveAndComeBack(page);
  await expect(new ContactForm(page).chip(STORED)).toBeVisible();
  await expect(page.getByText("half-ty").or(page.locator("[value*='half-ty']")).first()).toBeVisible();
});

test("after Back no personal data is shown if the session has ended", async ({ page, portal }) => {
  await portal.api(page, "DELETE", "/demo/session");
  await leaveAndComeBack(page);
  await expect(page.getByText("Your session has ended")).toBeVisible();
  await expect(page.getByText("northgate")).toHaveCount(0);
});
