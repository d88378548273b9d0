// A session that ends while somebody types.

import type { Page } from "@playwright/test";

import { holdBack } from "./hold_back.ts";
import type { Portal } from "./portal.ts";

/**
 * Types, and ends the session before anything of it has reached the backend. The page finds out by
 * itself, by its watch or by what it sends then: so it must not before the typing is done.
 */
export async function endSessionAfter(
  page: Page,
  portal: Portal,
  typing: () => Promise<void>,
): Promise<void> {
  const release = await holdBack(page, /\/contact-information(\/draft)?(\?|$)/);
  await typing();
  await portal.api(page, "DELETE", "/demo/session");
  release();
}
