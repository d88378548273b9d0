// How the end-to-end tests run: `cargo xtask test e2e` sets CHROMIUM, PORTAL_BACKEND_BIN and
// PORTAL_STATIC_DIR.

import { defineConfig } from "@playwright/test";

const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: ".",
  outputDir: "results",
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  // Long enough for two browsers and a backend on two cores that others use too: a condition that
  // holds ends the wait at once, so only a failure takes this long.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    locale: "en-US",
    timezoneId: "Europe/Warsaw",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      // Chromium has no sandbox for root.
      chromiumSandbox: !isRoot,
      args: [
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
