// Tests several tabs of one browser: a hidden tab holds no connection, and catches up as soon as it is
// visible.

import type { Page, Request } from "@playwright/test";

import { NO_CHROMIUM_SWITCHES } from "../../support/firefox_limits.ts";
import { expect, test } from "../../support/fixtures.ts";
import { OwnBrowser } from "../../support/own_browser.ts";
import { amara, BELLA_VISTA, COMPLETE_DOCUMENT, giulia, tomasz } from "../../support/people.ts";
import { heading } from "../../support/shell/shell.ts";
import { save } from "../../support/stored.ts";

const isQuestion = (request: Request) => request.url().includes("/completion?");
const waits = (request: Request) => isQuestion(request) && "prefer" in request.headers();
const readsAtOnce = (request: Request) =>
  isQuestion(request) && !("prefer" in request.headers()) && "if-none-match" in request.headers();

const isHidden = (page: Page) => page.evaluate(() => document.hidden);

/** Opens an address and waits until the portal has sent its long poll. */
async function openAndWait(page: Page, address: string): Promise<void> {
  const waiting = page.waitForRequest(waits);
  await page.goto(address);
  await waiting;
}

let browser: OwnBrowser;
test.skip(({ browserName }) => browserName === "firefox", NO_CHROMIUM_SWITCHES);

test.beforeEach(async () => {
  browser = await OwnBrowser.start();
});
test.afterEach(() => browser.stop());

test("seven tabs can be used over HTTP/1.1, where a browser opens at most six connections", async ({
  portal,
}) => {
  const tabs: Page[] = [];
  for (let count = 1; count <= 7; count += 1) {
    const tab = await browser.window.newPage();
    if (count === 1) await portal.signIn(tab, amara);
    await openAndWait(tab, `${portal.url}/portal/help`);
    await expect(heading(tab, "Help and support")).toBeVisible();
    tabs.push(tab);
  }
  expect(await Promise.all(tabs.map(isHidden))).toEqual([...Array(6).fill(true), false]);
  // The first tab gets a connection again.
  const read = tabs[0]!.waitForResponse((response) => readsAtOnce(response.request()));
  await tabs[0]!.bringToFront();
  expect((await read).status()).toBe(304);
});

test("a hidden tab ends its long poll, and a visible one reads at once and polls again", async ({
  portal,
}) => {
  const tab = await browser.window.newPage();
  await portal.signIn(tab, amara);
  await openAndWait(tab, `${portal.url}/portal/help`);
  const ended = tab.waitForEvent("requestfailed", waits);
  const other = await browser.window.newPage();
  await ended;
  expect(await isHidden(tab)).toBe(true);

  const asked: Request[] = [];
  tab.on("request", (request) => {
    if (isQuestion(request)) asked.push(request);
  });
  const waiting = tab.waitForRequest(waits);
  await other.close();
  await tab.bringToFront();
  await waiting;
  expect(asked.map(readsAtOnce)).toEqual([true, false]);
});

test("a colleague's save while a tab is hidden opens the portal there once the tab is visible", async ({
  portal,
}) => {
  const hidden = await browser.window.newPage();
  await portal.signIn(hidden, tomasz);
  const tables = hidden.waitForResponse(/\/tables-[0-9a-f]+\.wasm$/);
  await openAndWait(hidden, `${portal.url}/portal/help`);
  const dialog = hidden.getByRole("dialog", { name: "Required information" });
  await expect(dialog).toBeVisible();
  // The tables are the last file that the page loads by itself.
  await (await tables).finished();
  const ended = hidden.waitForEvent("requestfailed", waits);
  const seen = await browser.window.newPage();
  await ended;
  const asked: string[] = [];
  hidden.on("request", (request) => asked.push(request.url()));

  await openAndWait(seen, `${portal.url}/portal/help`);
  await save(await portal.person(giulia), BELLA_VISTA, COMPLETE_DOCUMENT);
  await expect(heading(seen, "Help and support")).toBeVisible();
  expect(asked).toEqual([]);
  await expect(dialog).toBeVisible();

  await hidden.bringToFront();
  await expect(heading(hidden, "Help and support")).toBeVisible();
  await expect(dialog).toHaveCount(0);
});

test("a tab opened in the background loads, and waits for changes once it is visible", async ({
  portal,
}) => {
  const front = await browser.window.newPage();
  await portal.signIn(front, amara);
  const asked: Request[] = [];
  browser.window.on("request", (request) => {
    if (isQuestion(request)) asked.push(request);
  });
  const tab = await browser.openBehind(`${portal.url}/portal/help`);
  await expect(heading(tab, "Help and support")).toBeVisible();
  expect(await isHidden(tab)).toBe(true);
  expect(asked.filter(waits)).toEqual([]);

  const waiting = tab.waitForRequest(waits);
  await tab.bringToFront();
  await waiting;
});
