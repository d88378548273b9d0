// Configures the end-to-end tests. `cargo xtask test e2e` sets CHROMIUM, CHROMIUM_HEADLESS_SHELL, NGINX,
// PORTAL_BACKEND_BIN and PORTAL_STATIC_DIR.

import { defineConfig } from "@playwright/test";

const isRoot = process.getuid?.() === 0;

const PICTURES = "screenshots.spec.ts";
/** The tests that need the full browser: screenshots, autofill and the back/forward cache. */
const WHOLE_BROWSER = [PICTURES, "autofill.spec.ts", "back-forward-cache.spec.ts"];

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

const launchOptions = {
  // Chromium has no sandbox for root.
  chromiumSandbox: !isRoot,
  args: [
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // Draws the same letters whatever the font settings of the machine.
    "--font-render-hinting=none",
    "--disable-lcd-text",
    "--force-color-profile=srgb",
  ],
};

/** The tests of shells with their own packages, which only `cargo xtask test shells` runs. */
const shells = process.env.PORTAL_SHELLS_DIR;

const renewsScreenshots = Boolean(process.env.PORTAL_RENEW_SCREENSHOTS);

export default defineConfig({
  testDir: shells ? "specs/shells" : "specs",
  outputDir: "results",
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  // A missing picture fails the test. Pictures are only written when they are renewed on purpose.
  updateSnapshots: renewsScreenshots ? "changed" : "none",
  ...(renewsScreenshots ? { globalTeardown: "./support/shrink_pictures.ts" } : {}),
  // Long enough for two browsers and a backend on two shared cores. Only a failure takes this long,
  // because a wait ends as soon as its condition holds.
  timeout: 90_000,
  expect: {
    timeout: 20_000,
    toHaveScreenshot: {
      pathTemplate: "screenshots/{arg}{ext}",
      scale: "css",
      // Tolerates the palette of the stored pictures and a few pixels at the edges of curves.
      threshold: 0.05,
      maxDiffPixels: 40,
    },
  },
  reporter: "list",
  use: {
    locale: "en-US",
    timezoneId: "Europe/Warsaw",
    screenshot: "only-on-failure",
    // Recording traces costs 5 % of the time. `-- FILE --trace=retain-on-failure` records them.
    trace: "off",
  },
  // The headless shell is the same engine without a browser window, and faster.
  projects: [
    {
      name: "headless shell",
      testIgnore: renewsScreenshots ? /./ : [...WHOLE_BROWSER, ...(shells ? [] : ["shells/**"])],
      use: {
        launchOptions: {
          ...launchOptions,
          executablePath: process.env.CHROMIUM_HEADLESS_SHELL ?? CHROMIUM,
        },
      },
    },
    {
      name: "browser",
      testMatch: renewsScreenshots ? PICTURES : WHOLE_BROWSER,
      use: { launchOptions: { ...launchOptions, executablePath: CHROMIUM } },
    },
  ],
});
