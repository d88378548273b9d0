// Tests the loader, the main export of the npm package, in pages and in Node.js.

import { join } from "node:path";

import { expect, type Page, test } from "../../support/fixtures.ts";
import type { Portal } from "../../support/portal.ts";
import { required } from "../../support/required.ts";
import { bundleExample } from "../../support/shell/bundle_shell.ts";
import { serveShell } from "../../support/shell/serve_shell.ts";

type Loader = typeof import("../../../../src/embed/loader.js");

const ENTRY = "**/partner-portal/partner-portal.js*";
const FROM = "/partner-portal/";

/** Opens a page that has bundled the loader and keeps its functions on the window. */
async function openPage(page: Page, portal: Portal): Promise<void> {
  const script = await bundleExample(`import * as loader from "partner-portal"; Object.assign(window, loader);`);
  await serveShell(page, portal, "script", { script });
  await page.goto("/partners");
}

/** Loads the entry and returns the names of its exports, or the error. */
const load = (page: Page, from: unknown) =>
  page.evaluate(
    (from) =>
      (window as unknown as Loader).loadPartnerPortal({ from: from as string }).then(
        (entry) => Object.keys(entry).sort().join(),
        (error: Error) => `${error.message}: ${(error.cause as Error).message}`,
      ),
    from,
  );

const importFromPackage = (name: string) => import(join(required("PORTAL_PACKAGE_DIR"), "dist", name));

test("loading early and often requests the entry once, and importing the loader requests nothing", async ({
  page,
  portal,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes(FROM)) asked.push(new URL(request.url()).pathname);
  });
  await openPage(page, portal);
  expect(asked).toEqual([]);
  const isSame = await page.evaluate(() => {
    const { loadPartnerPortal } = window as unknown as Loader;
    const promises = ["/partner-portal/", "/partner-portal", "partner-portal", `${location.origin}/partner-portal`].map(
      (from) => loadPartnerPortal({ from }),
    );
    return promises.every((promise) => promise === promises[0]);
  });
  expect(isSame).toBe(true);
  expect(await load(page, FROM)).toMatch(/^defineElement,mount,preload/);
  expect(asked).toEqual(["/partner-portal/partner-portal.js"]);
});

test("the lifecycles for single-spa come from the same folder", async ({ page, portal }) => {
  await openPage(page, portal);
  const names = await page.evaluate(async () =>
    Object.keys(await (window as unknown as Loader).loadSingleSpa({ from: "/partner-portal" })).sort(),
  );
  expect(names).toEqual(["bootstrap", "mount", "unmount", "update"]);
});

test("a load that fails names the address and the cause, and the next call loads again", async ({ page, portal }) => {
  await openPage(page, portal);
  await page.route(ENTRY, (route) => route.abort());
  const address = `${portal.url}/partner-portal/partner-portal.js`;
  expect(await load(page, FROM)).toContain(`partner-portal: ${address} could not be loaded: Failed to fetch`);
  expect(await load(page, FROM)).toContain("could not be loaded");
  await page.unroute(ENTRY);
  expect(await load(page, FROM)).toContain("mount");
});

test("a load without an answer fails after 20 seconds", async ({ page, portal }) => {
  await page.clock.install();
  await openPage(page, portal);
  const asked = page.waitForRequest(ENTRY);
  await page.route(ENTRY, () => {});
  const loaded = load(page, FROM);
  await asked;
  await page.clock.runFor(20_000);
  expect(await loaded).toContain("could not be loaded: no answer in 20 seconds");
});

for (const [options, advice] of [
  [undefined, "from must be the folder with partner-portal.js, such as /partner-portal/, and is undefined"],
  [{ from: "" }, `such as /partner-portal/, and is ""`],
  [{ from: 7 }, "such as /partner-portal/, and is 7"],
  [{ from: "/partner-portal/partner-portal.js" }, `and is "/partner-portal/partner-portal.js"`],
  [{ from: "/partner-portal/?v=1" }, `and is "/partner-portal/?v=1"`],
  [{ from: "/partner-portal/", locale: "he" }, "locale is no option; there is from"],
] as const) {
  test(`${JSON.stringify(options)} is refused with what would be right, on a server, too`, async () => {
    const { loadPartnerPortal } = (await importFromPackage("loader.js")) as Loader;
    expect(() => loadPartnerPortal(options as never)).toThrow(TypeError);
    expect(() => loadPartnerPortal(options as never)).toThrow(advice);
  });
}

test("an address that cannot be resolved is refused", async ({ page, portal }) => {
  await openPage(page, portal);
  const refusal = await page.evaluate(() => {
    try {
      void (window as unknown as Loader).loadPartnerPortal({ from: "https://:80/partner-portal" });
      return "accepted";
    } catch (error) {
      return String(error);
    }
  });
  expect(refusal).toContain(`TypeError: partner-portal: from must be the folder`);
});

test("on a server, the promise stays pending and nothing is requested", async () => {
  const { loadPartnerPortal, loadSingleSpa } = (await importFromPackage("loader.js")) as Loader;
  const fetched: unknown[] = [];
  const { fetch } = globalThis;
  globalThis.fetch = ((request: unknown) => fetched.push(request)) as never;
  try {
    for (const load of [loadPartnerPortal, loadSingleSpa]) {
      // The immediate runs after all settled promises have been handled.
      const pending = new Promise((resolve) => setImmediate(resolve, "pending"));
      expect(await Promise.race([load({ from: FROM }), pending])).toBe("pending");
    }
  } finally {
    globalThis.fetch = fetch;
  }
  expect(fetched).toEqual([]);
});

for (const name of ["partner-portal.js", "single-spa.js"]) {
  test(`importing the entry ${name} on a server does nothing`, async () => {
    const before = Object.keys(globalThis).sort();
    expect(Object.keys(await importFromPackage(name))).toContain("mount");
    expect(Object.keys(globalThis).sort()).toEqual(before);
  });
}
