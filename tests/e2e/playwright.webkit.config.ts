import { defineConfig } from "@playwright/test";

import chromium from "./playwright.config.ts";

// Playwright runs the tests, but has no connection to WebKitGTK. `support/webkit` drives it.
export default defineConfig({
  ...chromium,
  testDir: "webkit",
  projects: [{ name: "webkit" }],
});
