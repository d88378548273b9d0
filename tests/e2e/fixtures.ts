// What every end-to-end test imports instead of Playwright's own `test`: each test gets a
// backend process and a database of its own, so that no test sees what another one did.

import { test as base, expect, type Page } from "@playwright/test";
import { AxeBuilder } from "@axe-core/playwright";

import { Backend } from "./backend.ts";
import { Portal } from "./portal.ts";

export { expect };
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

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Fails with each rule of WCAG 2.2 AA that the page breaks, and where. */
export async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // The size of targets is part of WCAG 2.2, and yet off by default.
    .options({ runOnly: WCAG, rules: { "target-size": { enabled: true } } })
    .analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
  expect(found).toEqual([]);
}
