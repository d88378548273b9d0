// Reasons why tests do not run in Firefox. The fixture `page` skips tests that need what Playwright cannot
// do there. Other tests name one of these reasons.

import { test } from "@playwright/test";
import type { BrowserContext, Page, PlaywrightTestOptions } from "@playwright/test";

export const NO_SYNTHETIC_PASTE = "Firefox takes no clipboard data from a script";
export const TAB_LEAVES_PAGE = "Tab does not come back from the toolbar of Firefox";
export const NO_FAILED_REQUEST = "Playwright reports no failure of a request that it holds back";
export const NO_REQUEST_BODIES = "Playwright reports requests of Firefox without their bodies";
export const NO_CHROMIUM_SWITCHES = "The browser is started with switches of Chromium";
export const NO_CONSOLE_ERRORS = "Playwright reports an error in the console without its message";

// Faults of the portal in Firefox, for `test.fixme`.

/** Firefox drops a request with `keepalive` that is passed to `fetch` as a `Request`. */
export const LAST_WORDS_LOST = "Firefox loses text that was typed just before the page is left";
/** Firefox does not use the preloaded response. */
export const SESSION_READ_TWICE = "Firefox reads the session twice";
/** Firefox does not scroll to a focused control that is inside the window but below a sticky bar. */
export const COVERED_BY_BAR = "The bar with Save covers focused controls in Firefox";
export const FOCUS_TAKEN_BACK = "The portal takes the focus back from the page in Firefox";

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
