// Tests that the portal waits for files that arrive slowly, and gives up on files that stall.

import { expect, type Page, test } from "../../support/fixtures.ts";
import { holdBack } from "../../support/hold_back.ts";
import { amara } from "../../support/people.ts";
import { heading, Shell } from "../../support/shell/shell.ts";
import { SlowFile } from "../../support/slow_file.ts";

const SENTENCES = "**/locales/en-*.json";
const CHUNK = "**/split_portal-*.wasm";
const CODE = "**/app-*.wasm";
const SCRIPT = "**/app-*.js";
const SHEETS = "**/{styles,later}-*.css*";

/** Stops the page's clock. From then on it advances only when the test says so. */
async function stopClock(page: Page): Promise<void> {
  // The clock stops at a moment in the future.
  const soon = (await page.evaluate(() => Date.now())) + 5_000;
  await page.clock.pauseAt(soon);
}

/** Sends pieces of a file for 75 seconds, which is longer than any transfer may take without data. */
async function sendSlowly(page: Page, file: SlowFile): Promise<void> {
  for (let piece = 0; piece < 5; piece += 1) {
    await file.sendPiece();
    await page.clock.runFor(15_000);
  }
  await file.sendPiece();
}

/** Resolves when the page has received the file at this address, which it requests later. */
async function arrived(page: Page, address: string): Promise<void> {
  const response = await page.waitForResponse(address);
  await response.finished();
  // The page reads the same file a second time, so it has processed the first one.
  await page.evaluate(async (url) => (await fetch(url)).arrayBuffer(), response.url());
}

/** Expects the panel of a portal that could not be loaded, and starts the portal again from there. */
async function tryAgain(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { name: "The portal couldn’t be loaded" })).toBeVisible();
  await page.getByRole("button", { name: "Try again" }).press("Enter");
  await expect(heading(page, "Home")).toBeVisible();
}

test.beforeEach(async ({ page, portal }) => {
  await portal.signIn(page, amara);
  await page.clock.install();
});

test("a portal whose sentences and script arrive slowly opens", async ({ page, portal }) => {
  const shell = await Shell.open(page, portal);
  const sentences = await SlowFile.serve(page, portal, SENTENCES);
  const release = await holdBack(page, SCRIPT);
  const asked = page.waitForRequest(SCRIPT);
  await stopClock(page);
  await shell.mount("one");
  await asked;
  // The page cannot see the data of a script. The sentences show that the connection works.
  await sendSlowly(page, sentences);
  expect(await shell.statuses()).toEqual(["checking"]);
  await sentences.sendRest();
  release();
  await page.clock.resume();
  await expect(heading(page, "Home")).toBeVisible();
  expect(await shell.events("error")).toEqual([]);
});

test("sentences that stop arriving show a panel after 20 seconds", async ({ page, portal }) => {
  const shell = await Shell.open(page, portal);
  const sentences = await SlowFile.serve(page, portal, SENTENCES);
  const loaded = arrived(page, CODE);
  await stopClock(page);
  await shell.mount("one");
  await loaded;
  await sentences.sendPiece();
  await page.clock.runFor(19_000);
  expect(await shell.statuses()).toEqual(["checking"]);
  await page.clock.runFor(2_000);
  await page.clock.resume();
  await tryAgain(page);
});

test("a script that never arrives shows a panel after a minute", async ({ page, portal }) => {
  const shell = await Shell.open(page, portal);
  await page.route(SCRIPT, () => {});
  const loaded = [arrived(page, CODE), arrived(page, SENTENCES)];
  await stopClock(page);
  await shell.mount("one");
  await Promise.all(loaded);
  await page.clock.runFor(59_000);
  expect(await shell.statuses()).toEqual(["checking"]);
  await page.clock.runFor(2_000);
  await page.clock.resume();
  await page.unroute(SCRIPT);
  await tryAgain(page);
});

test("a page whose code arrives slowly is waited for, and offers Retry when the code stalls", async ({
  page,
  portal,
}) => {
  const shell = await Shell.open(page, portal);
  const code = await SlowFile.serve(page, portal, CHUNK);
  const asked = page.waitForRequest(CHUNK);
  await shell.mount("one");
  await asked;
  await stopClock(page);
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

test("style sheets that never arrive are reported to the shell", async ({ page, portal }) => {
  const shell = await Shell.open(page, portal);
  await page.route(SHEETS, () => {});
  const script = page.waitForResponse("**/later-*.js");
  await shell.mount("one");
  await expect(heading(page, "Home")).toBeVisible();
  await (await script).finished();
  const error = { type: "styles_not_loaded", request_id: null, recoverable: true };
  // Repeats, because the sheets are requested once more after the first minute.
  await expect(async () => {
    await page.clock.fastForward(61_000);
    expect(await shell.events("error")).toEqual([["one", "error", error]]);
  }).toPass();
});
