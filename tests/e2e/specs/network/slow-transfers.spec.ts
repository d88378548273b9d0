// Tests that the portal waits for files that arrive slowly, and gives up on files that stall.

import { expect, type Page, test } from "../../support/fixtures.ts";
import { amara } from "../../support/people.ts";
import { ReceivedFiles } from "../../support/received_files.ts";
import { Gateway } from "../../support/servers/gateway.ts";
import { SlowFile } from "../../support/servers/slow_file.ts";
import { heading } from "../../support/shell/shell.ts";

const SENTENCES = /\/locales\/en-\w+\.json$/;
const FIRST_VIEW = /\/first-views\/en-sandbox-\w+\.json$/;
const CODE = /\/app-\w+\.wasm$/;
const SCRIPT = /\/app-\w+\.js$/;
const PANEL_SCRIPT = /\/failure-\w+\.js$/;
const CHUNK = /\/split_portal-\w+\.wasm$/;
const DEFERRED_SCRIPT = /\/deferred-\w+\.js$/;
const SHEETS = /\/(styles|deferred)-\w+\.css/;

interface RecordingWindow {
  /** The types of the portal's error events. */
  errors: string[];
}

let gateway: Gateway;
let received: ReceivedFiles;

test.beforeEach(async ({ page, portal }) => {
  await portal.signIn(page, amara);
  gateway = await Gateway.start(portal.url);
  received = await ReceivedFiles.follow(page);
  await page.addInitScript(() => {
    const errors: string[] = [];
    Object.assign(window, { errors });
    addEventListener("partner-portal:error", (event) => errors.push((event as CustomEvent).detail.type));
  });
  await page.clock.install();
});

test.afterEach(() => gateway.stop());

/** Opens the portal through the gateway. */
async function open(page: Page): Promise<void> {
  // A page whose style sheets are still arriving has not loaded.
  await page.goto(`${gateway.url}/portal/`, { waitUntil: "commit" });
}

/** Opens the portal through the gateway. Its clock advances only when the test says so. */
async function openWithStoppedClock(page: Page): Promise<void> {
  await page.clock.pauseAt(Date.now() + 60_000);
  await open(page);
}

/** Resolves when the page has loaded the script at this address, which it requests later. */
async function scriptLoaded(page: Page, address: RegExp): Promise<void> {
  const response = await page.waitForResponse(address);
  await page.evaluate((url) => import(url), response.url());
}

/** Sends a piece of a file and waits until the page has read it. */
async function sendPiece(file: SlowFile): Promise<void> {
  const { path, sent } = await file.sendPiece();
  await received.expectBytes(path, sent);
}

/** Sends pieces of a file for 75 seconds, which is longer than any transfer may take without data. */
async function sendSlowly(page: Page, file: SlowFile): Promise<void> {
  for (let piece = 0; piece < 5; piece += 1) {
    await sendPiece(file);
    await page.clock.runFor(15_000);
  }
  await sendPiece(file);
}

const errors = (page: Page) => page.evaluate(() => (window as unknown as RecordingWindow).errors);

const failure = (page: Page) => page.getByRole("heading", { name: "The portal couldn’t be loaded" });

/** Expects no panel before the time is over, and then one from which the portal can be started again. */
async function expectPanelAfter(page: Page, seconds: number): Promise<void> {
  await page.clock.runFor((seconds - 1) * 1_000);
  expect(await errors(page)).toEqual([]);
  await page.clock.runFor(2_000);
  await expect(failure(page)).toBeVisible();
  expect(await errors(page)).toEqual(["load_failed"]);
  await page.clock.resume();
  await page.getByRole("button", { name: "Try again" }).press("Enter");
  await expect(heading(page, "Home")).toBeVisible();
}

test("a portal whose sentences and script arrive slowly opens", async ({ page, portal }) => {
  const sentences = new SlowFile(gateway, portal.url, SENTENCES);
  const script = new SlowFile(gateway, portal.url, SCRIPT);
  await openWithStoppedClock(page);
  await script.requested();
  // The page cannot see the data of a script. The sentences show that the connection works.
  await sendSlowly(page, sentences);
  expect(await errors(page)).toEqual([]);
  await sentences.sendRest();
  await script.sendRest();
  await page.clock.resume();
  await expect(heading(page, "Home")).toBeVisible();
  expect(await errors(page)).toEqual([]);
});

test("sentences that stop arriving show a panel after 20 seconds", async ({ page, portal }) => {
  const sentences = new SlowFile(gateway, portal.url, SENTENCES);
  const panel = scriptLoaded(page, PANEL_SCRIPT);
  await openWithStoppedClock(page);
  await panel;
  for (const other of [CODE, FIRST_VIEW]) await received.expectWhole(other);
  await sendPiece(sentences);
  await expectPanelAfter(page, 20);
});

test("a script that never arrives shows a panel after a minute", async ({ page, portal }) => {
  const script = new SlowFile(gateway, portal.url, SCRIPT);
  const panel = scriptLoaded(page, PANEL_SCRIPT);
  await openWithStoppedClock(page);
  await panel;
  await script.requested();
  for (const other of [CODE, SENTENCES, FIRST_VIEW]) await received.expectWhole(other);
  await expectPanelAfter(page, 60);
});

test("a page whose code arrives slowly is waited for, and offers Retry when the code stalls", async ({
  page,
  portal,
}) => {
  const code = new SlowFile(gateway, portal.url, CHUNK);
  await openWithStoppedClock(page);
  await code.requested();
  await sendSlowly(page, code);
  await page.clock.runFor(19_000);
  const retry = page.getByRole("button", { name: "Retry" });
  await expect(retry).toHaveCount(0);
  await page.clock.runFor(2_000);
  await expect(retry).toBeVisible();
  await page.clock.resume();
  await retry.press("Enter");
  await expect(heading(page, "Home")).toBeVisible();
});

test("style sheets that never arrive are reported to the shell", async ({ page }) => {
  let requests = 0;
  gateway.rules.answer = ({ url }) => {
    const isSheet = SHEETS.test(url!);
    if (isSheet) requests += 1;
    return isSheet;
  };
  const script = scriptLoaded(page, DEFERRED_SCRIPT);
  await open(page);
  // The portal waits for its look, but not longer than three seconds.
  await expect(heading(page, "Home")).toBeVisible();
  // This script looks for missing style sheets.
  await script;
  await expect.poll(() => requests).toBe(2);
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 5_000);
  await page.clock.runFor(50_000);
  expect(requests).toBe(2);
  await page.clock.runFor(10_000);
  await expect.poll(() => requests, "each sheet is requested once more").toBe(4);
  await page.clock.runFor(49_000);
  expect(await errors(page)).toEqual([]);
  await page.clock.runFor(12_000);
  expect(await errors(page)).toEqual(["styles_not_loaded"]);
});
