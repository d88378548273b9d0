// Tests style sheets that arrive late, fail to load, or stand beside a link of the host.

import { expect, type Page, test } from "../../support/fixtures.ts";
import { holdBack } from "../../support/hold_back.ts";
import { amara } from "../../support/people.ts";
import { Shell } from "../../support/shell/shell.ts";

const LOOKS = "**/{styles,deferred}-*.css*";

/** Returns the background colour of the Save button, which only the style sheet sets. */
const buttonColor = (page: Page) =>
  page
    .getByRole("button", { name: "Save", exact: true })
    .evaluate((button) => getComputedStyle(button).backgroundColor);

test("style sheets that fail to load are requested again", async ({ page, portal }) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal, "/partners/configuration/contact-information");
  await page.route(LOOKS, (route) => {
    if (route.request().url().endsWith("?1")) return route.fallback();
    return route.fulfill({ status: 503, body: "" });
  });
  await shell.mount("one");
  await expect.poll(() => buttonColor(page)).toBe("rgb(11, 87, 208)");
  expect(await shell.events("error")).toEqual([]);
});

test("a link that the host adds to the shadow root does not hide that a style sheet is missing", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal, "/partners/configuration/contact-information");
  const hostSheet = `${portal.url}/host.css`;
  const asked: string[] = [];
  await page.route(`${hostSheet}*`, (route) => {
    asked.push(route.request().url());
    return route.fulfill({ contentType: "text/css", body: "" });
  });
  await page.route("**/styles-*.css*", (route) => {
    if (route.request().url().endsWith("?1")) return route.fallback();
    return route.fulfill({ status: 503, body: "" });
  });
  await shell.mount("one");
  await page.evaluate((href) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
    document.getElementById("one")!.shadowRoot!.prepend(link);
  }, hostSheet);
  await expect.poll(() => buttonColor(page)).toBe("rgb(11, 87, 208)");
  expect(asked).toEqual([hostSheet]);
  expect(await shell.events("error")).toEqual([]);
});

test("a style sheet that is only slow is not requested again", async ({ page, portal }) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal, "/partners/configuration/contact-information");
  const release = await holdBack(page, "**/deferred-*.css*");
  const asked: string[] = [];
  page.on("request", (request) => {
    if (/\/deferred-[^/]+\.css/.test(request.url())) asked.push(request.url());
  });
  // This script looks for missing style sheets when the browser is idle.
  const script = page.waitForResponse("**/deferred-*.js");
  await shell.mount("one");
  await page.evaluate((url) => import(url), (await script).url());
  const sheet = page.waitForResponse("**/deferred-*.css*");
  release();
  await (await sheet).finished();
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  expect(asked).toHaveLength(1);
  expect(await shell.events("error")).toEqual([]);
});

test("without style sheets the portal can be used, and the shell receives an error event", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal, "/partners/configuration/contact-information");
  await page.route(LOOKS, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
  await shell.mount("one");
  await expect(page.getByRole("button", { name: "Save", exact: true })).toBeVisible();
  const error = { type: "styles_not_loaded", request_id: null, recoverable: true };
  await expect.poll(() => shell.events("error")).toEqual([["one", "error", error]]);
});
