// The `test` that every end-to-end test imports instead of Playwright's own. Each test gets its own
// backend process and database, so tests do not affect each other.

import { test as base, expect, type Page } from "@playwright/test";

import { skipAtUnsupportedCalls, skipUnsupportedOptions } from "./firefox_limits.ts";
import { Portal } from "./portal.ts";
import { Backend } from "./servers/backend.ts";

export { expect };
export { expectNoViolations } from "./violations.ts";
export type { Page };

interface Fixtures {
  /** A freshly started portal. Relative addresses of `page.goto` lead to it. */
  portal: Portal;
  /** Starts another backend, as `Backend.start` does. It stops at the end of the test. */
  startBackend: typeof Backend.start;
}

interface WorkerFixtures {
  /** The file of a database with the demo data. Copying it is faster than filling a new one. */
  demoDatabase: string;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  // Playwright reads the needed fixtures from the pattern: an empty one means that none are needed.
  demoDatabase: [
    async ({}, use) => {
      const backend = await Backend.start();
      await use(await backend.end());
      await backend.stop();
    },
    { scope: "worker" },
  ],
  page: async (
    { page, context, browserName, forcedColors, reducedMotion, hasTouch },
    use,
  ) => {
    if (browserName === "firefox") {
      skipUnsupportedOptions({ forcedColors, reducedMotion, hasTouch });
      skipAtUnsupportedCalls(page, context);
    }
    await use(page);
    // A response that a route still changes when the test ends is of no interest. A test that closed
    // the page has no routes left.
    if (!page.isClosed()) await page.unrouteAll({ behavior: "ignoreErrors" });
  },
  portal: async ({ demoDatabase }, use, testInfo) => {
    const backend = await Backend.start([], demoDatabase);
    const portal = new Portal(backend);
    await use(portal);
    await portal.dispose();
    if (testInfo.status !== testInfo.expectedStatus) {
      await testInfo.attach("backend log", { body: backend.log(), contentType: "text/plain" });
    }
    await backend.stop();
  },
  startBackend: async ({}, use) => {
    const started: Backend[] = [];
    await use(async (...how) => {
      const backend = await Backend.start(...how);
      started.push(backend);
      return backend;
    });
    for (const backend of started) await backend.stop();
  },
  baseURL: async ({ portal }, use) => use(portal.url),
});
