// Configures the end-to-end tests in Firefox ESR. `cargo xtask test firefox` sets FIREFOX, and the
// variables of playwright.config.ts. `support/firefox_limits.ts` holds the reasons why tests are skipped.

import { defineConfig } from "@playwright/test";

import chromium from "./playwright.config.ts";

export default defineConfig({
  ...chromium,
  projects: [
    {
      name: "firefox",
      // The pictures are Chromium's.
      testIgnore: "screenshots.spec.ts",
      use: {
        browserName: "firefox",
        channel: "moz-firefox",
        launchOptions: { executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr" },
      },
    },
  ],
});
