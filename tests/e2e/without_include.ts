// A backend that does not know `include`.

import type { Page } from "@playwright/test";

/** Takes the query away from reads of the session, as such a backend passes over it. */
export async function withoutInclude(page: Page): Promise<void> {
  await page.route(/\/api\/v1\/session\?/, async (route) => {
    await route.fallback({ url: route.request().url().split("?")[0] });
  });
}
