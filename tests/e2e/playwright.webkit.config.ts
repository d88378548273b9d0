// Configures the scenarios in WebKitGTK. `cargo xtask test webkit` sets WEBKIT_BROWSER, WEBKIT_DRIVER, XVFB,
// and the variables of playwright.config.ts.

import { defineConfig } from "@playwright/test";

import chromium from "./playwright.config.ts";

// Playwright runs the tests, but has no connection to WebKitGTK. `support/webkit` drives it.
export default defineConfig({
  ...chromium,
  testDir: "webkit",
  projects: [{ name: "webkit" }],
});
