// What every end-to-end test imports instead of Playwright's own `test`: each test gets a
// backend process and a database of its own, so that no test sees what another one did.

import { test as base, expect, type Page } from "@playwright/test";

import { Backend } from "./backend.ts";
import { Portal } from "./portal.ts";

export { expect };
export { expectNoViolations } from "./violations.ts";
export type { Page };

interface Fixtures {
  /** The portal, freshly started; relative addresses of `page.goto` lead to it. */
  portal: Portal;
  /** Starts a backend besides the portal's, as `Backend.start` does; it ends with the test. */
  startBackend: typeof Backend.start;
}

interface WorkerFixtures {
  /** A database with the demo's people: to put them in takes longer than to copy them. */
  demoDatabase: string;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  // Playwright reads the names in the braces: an empty pattern means that nothing is needed.
  demoDatabase: [
    async ({}, use) => {
      const backend = await Backend.start();
      await use(await backend.end());
      await backend.stop();
    },
    { scope: "worker" },
  ],
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
