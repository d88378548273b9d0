// Simulates a backend that does not support `include`.

import type { Page } from "@playwright/test";

/** Removes the query from reads of the session, because such a backend ignores it. */
export async function withoutInclude(page: Page): Promise<void> {
  await page.route(/\/api\/v1\/session\?/, async (route) => {
    await route.fallback({ url: route.request().url().split("?")[0] });
  });
}
