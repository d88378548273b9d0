// Ends the session while the user is typing.

import type { Page } from "@playwright/test";

import { holdBack } from "./hold_back.ts";
import type { Portal } from "./portal.ts";

/**
 * Runs `typing` and ends the session before any of the text has reached the backend. The requests are
 * held back until then, because the page would otherwise notice the end of the session while typing.
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
