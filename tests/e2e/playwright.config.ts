// How the end-to-end tests run: `cargo xtask test e2e` sets CHROMIUM, CHROMIUM_HEADLESS_SHELL, NGINX,
// PORTAL_BACKEND_BIN and PORTAL_STATIC_DIR.

import { defineConfig } from "@playwright/test";

const isRoot = process.getuid?.() === 0;

/** What only the whole browser does: pictures as people see them, autofill, going back without a load. */
const PICTURES = "screenshots.spec.ts";
const WHOLE_BROWSER = [PICTURES, "autofill.spec.ts", "back-forward-cache.spec.ts"];

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** How a browser is started. */
const launchOptions = {
  // Chromium has no sandbox for root.
  chromiumSandbox: !isRoot,
  args: [
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // Letters have the same shapes whatever the machine's settings for fonts.
    "--font-render-hinting=none",
    "--disable-lcd-text",
    "--force-color-profile=srgb",
  ],
};

const renewsScreenshots = Boolean(process.env.PORTAL_RENEW_SCREENSHOTS);

export default defineConfig({
  testDir: ".",
  outputDir: "results",
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  // A picture that is missing is a failure and not a new picture: they are renewed on purpose.
  updateSnapshots: renewsScreenshots ? "changed" : "none",
  ...(renewsScreenshots ? { globalTeardown: "./shrink_pictures.ts" } : {}),
  // Long enough for two browsers and a backend on two cores that others use too: a condition that
  // holds ends the wait at once, so only a failure takes this long.
  timeout: 90_000,
  expect: {
    timeout: 20_000,
    toHaveScreenshot: {
      pathTemplate: "../screenshots/{arg}{ext}",
      scale: "css",
      // As much as the palette of the kept pictures differs, and a few pixels at the edges of curves.
      threshold: 0.05,
      maxDiffPixels: 40,
    },
  },
  reporter: "list",
  use: {
    locale: "en-US",
    timezoneId: "Europe/Warsaw",
    screenshot: "only-on-failure",
    // Traces take a twentieth of the time. `-- FILE --trace=retain-on-failure` records them.
    trace: "off",
  },
  // The headless shell is the same engine without the browser's own window, and quicker.
  projects: [
    {
      name: "headless shell",
      testIgnore: renewsScreenshots ? /./ : WHOLE_BROWSER,
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
