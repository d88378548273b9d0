// Skips tests that need what Playwright cannot do in Firefox. The reason of each is written only here.

import { test } from "@playwright/test";
import type { BrowserContext, Page, PlaywrightTestOptions } from "@playwright/test";

const MEDIA = "Firefox emulates no media";
const CLIPBOARD = "Firefox grants no permissions";
const DEVTOOLS = "Firefox has no DevTools protocol";

const skip = (reason: string) => (): never => {
  test.skip(true, reason);
  throw new Error(reason);
};

/** Skips a test whose options Firefox ignores. */
export function skipUnsupportedOptions(
  options: Pick<PlaywrightTestOptions, "forcedColors" | "reducedMotion" | "hasTouch">,
): void {
  test.skip(options.forcedColors === "active" || options.reducedMotion === "reduce", MEDIA);
  test.skip(options.hasTouch, "Firefox emulates no touch screen");
}

/** Makes a test skip itself when it calls what Firefox lacks. */
export function skipAtUnsupportedCalls(page: Page, context: BrowserContext): void {
  Object.assign(page, { emulateMedia: skip(MEDIA), pdf: skip("Only Chromium prints to a file") });
  Object.assign(context, { grantPermissions: skip(CLIPBOARD), newCDPSession: skip(DEVTOOLS) });
}
