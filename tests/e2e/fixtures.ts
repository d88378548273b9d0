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
}

export const test = base.extend<Fixtures>({
  // Playwright reads the names in the braces: an empty pattern means that nothing is needed.
  portal: async ({}, use, testInfo) => {
    const backend = await Backend.start();
    const portal = new Portal(backend);
    await use(portal);
    await portal.dispose();
    if (testInfo.status !== testInfo.expectedStatus) {
      await testInfo.attach("backend log", { body: backend.log(), contentType: "text/plain" });
    }
    await backend.stop();
  },
  baseURL: async ({ portal }, use) => use(portal.url),
});
