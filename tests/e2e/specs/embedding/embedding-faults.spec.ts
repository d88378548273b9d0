// Tests that a portal whose code cannot be loaded shows a panel with a button to try again and sends one
// event to the shell.

import type { APIResponse, Route } from "@playwright/test";

import { expect, type Page, test } from "../../support/fixtures.ts";
import { holdBack } from "../../support/hold_back.ts";
import { amara } from "../../support/people.ts";
import { consoleOf, Shell } from "../../support/shell/shell.ts";

const CODE = "**/app-*.wasm";
const LOAD_FAILED = { type: "load_failed", request_id: null, recoverable: true };

const panel = (page: Page) => page.getByRole("alert");

/** Fetches the file from the backend, which serves it without the prefix of the package. */
async function sent(route: Route): Promise<APIResponse> {
  const response = await route.fetch({ url: route.request().url().replace("/partner-portal/", "/") });
  expect(response.headers()["content-type"]).toBe("application/wasm");
  return response;
}

/** The ways in which a server or a network can fail to deliver the code. */
const FAULTS: Record<string, (route: Route) => Promise<void>> = {
  "is missing": (route) => route.fulfill({ status: 404, body: "" }),
  "is an HTML page": (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Portal</title>" }),
  "is sent with the wrong type": async (route) => {
    await route.fulfill({ response: await sent(route), contentType: "application/octet-stream" });
  },
  "is cut off": async (route) => {
    const body = await (await sent(route)).body();
    await route.fulfill({
      contentType: "application/wasm",
      body: body.subarray(0, body.length / 2),
    });
  },
  "is lost with the connection": (route) => route.abort("connectionreset"),
};

async function expectPanelAndOneEvent(page: Page, shell: Shell): Promise<void> {
  await expect(panel(page).getByRole("heading")).toHaveText("The portal couldn’t be loaded");
  await expect(panel(page).getByRole("button", { name: "Try again" })).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(await shell.statuses()).toEqual(["failed"]);
  expect(await shell.events("error")).toEqual([["one", "error", LOAD_FAILED]]);
}

async function tryAgain(page: Page): Promise<void> {
  await page.unroute(CODE);
  await panel(page).getByRole("button", { name: "Try again" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await expect(panel(page)).toHaveCount(0);
}

for (const [what, fail] of Object.entries(FAULTS)) {
  test(`code that ${what} shows a panel, and trying again works`, async ({ page, portal }) => {
    await portal.signIn(page, amara);
    const shell = await Shell.open(page, portal);
    const told = consoleOf(page);
    await page.route(CODE, fail);
    await shell.mount("one");
    await expectPanelAndOneEvent(page, shell);
    expect(told.join("\n")).toMatch(/partner-portal: \S/);
    await tryAgain(page);
    expect(await shell.statuses()).toEqual(["open"]);
    expect(await shell.events("error")).toHaveLength(1);
  });
}

test("code that has loaded is not downloaded again if only its script failed", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal);
  const asked: string[] = [];
  page.on("request", (request) => {
    if (/\/app-[^/]+\.wasm/.test(request.url())) asked.push(request.url());
  });
  await page.route("**/app-*.js", (route) => route.abort());
  const code = page.waitForResponse(CODE);
  await shell.mount("one");
  await expectPanelAndOneEvent(page, shell);
  await (await code).finished();
  await page.unroute("**/app-*.js");
  await tryAgain(page);
  expect(asked).toHaveLength(1);
});

test("the panel is the page's main landmark only if the portal draws its own chrome", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal);
  await page.route(CODE, (route) => route.abort());
  await shell.mount("one", { chrome: "none" });
  await expect(panel(page).getByRole("heading")).toHaveText("The portal couldn’t be loaded");
  await expect(page.getByRole("main")).toHaveCount(0);
  await shell.unmount("one");

  await shell.mount("one", { chrome: "full" });
  await expect(page.getByRole("main").getByRole("heading")).toHaveText(
    "The portal couldn’t be loaded",
  );
});

test("code that never arrives shows a panel after 20 seconds, and trying again works", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  await page.clock.install();
  const shell = await Shell.open(page, portal);
  let isAsked = () => {};
  const asked = new Promise<void>((resolve) => (isAsked = resolve));
  await page.route(CODE, () => isAsked());
  const scripts = ["**/app-*.js", "**/failure-*.js"].map((name) => page.waitForResponse(name));
  const sentences = page.waitForResponse("**/locales/en-*.json");
  // From here on the clock of the page advances only when the test says so.
  await page.clock.pauseAt(Date.now() + 60_000);
  await shell.mount("one");
  await asked;
  // All other files have loaded, so only the code is late.
  for (const script of scripts) await page.evaluate((url) => import(url), (await script).url());
  await (await sentences).finished();
  await page.clock.runFor(19_000);
  expect(await shell.statuses()).toEqual(["checking"]);
  await page.clock.runFor(2_000);
  await expectPanelAndOneEvent(page, shell);
  await page.clock.resume();
  await tryAgain(page);
});

test("code that the page's Content Security Policy forbids shows a panel", async ({ page, portal }) => {
  await portal.signIn(page, amara);
  const policy = "script-src 'self'; style-src 'self'";
  const shell = await Shell.open(page, portal, "/partners", { policy });
  await shell.mount("one");
  await expectPanelAndOneEvent(page, shell);
});

test("views that the page's Trusted Types forbid show a panel", async ({ page, portal }) => {
  await portal.signIn(page, amara);
  const policy =
    "script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types acme";
  const shell = await Shell.open(page, portal, "/partners", { policy });
  await shell.mount("one");
  await expectPanelAndOneEvent(page, shell);
});

test("a plain panel is shown if the script of the panel cannot be loaded either", async ({ page, portal }) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal);
  await page.route(CODE, (route) => route.abort());
  await page.route("**/failure-*.js*", (route) => route.abort());
  await shell.mount("one");
  await expect(page.getByText("The portal couldn’t be loaded.")).toBeVisible();
  expect(await shell.events("error")).toEqual([["one", "error", LOAD_FAILED]]);
  await page.unroute(CODE);
  await page.getByRole("button", { name: "Reload" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
});

test("a portal that is unmounted while its code is loading leaves nothing behind", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal);
  const release = await holdBack(page, CODE);
  const asked = page.waitForRequest(CODE);
  await shell.mount("one");
  await asked;
  await shell.unmount("one");
  const arrived = page.waitForResponse(CODE);
  release();
  await (await arrived).finished();
  // A second portal waits for the same code, so the first one would have been drawn before it.
  await shell.mount("two");
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  expect(await page.locator("#one").evaluate((one) => one.shadowRoot!.childNodes.length)).toBe(0);
  expect((await shell.events("status")).map(([id]) => id)).not.toContain("one");
  expect(await shell.events("error")).toEqual([]);
});
