// Starts the browser and signs users in. `cargo xtask bench` sets CHROMIUM and PORTAL_URL.

import { availableParallelism } from "node:os";

import { chromium } from "@playwright/test";

export const { CHROMIUM, PORTAL_URL } = process.env;

/** Starts a browser that sends requests to the portal only. */
export async function launch() {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  console.log(`\nChromium ${browser.version()} on ${availableParallelism()} processors`);
  return browser;
}

/** Returns the first of the demo's users for whom `fits` holds. */
export async function find(fits) {
  const { users } = await (await fetch(`${PORTAL_URL}/api/v1/demo/users`)).json();
  return users.find(fits);
}

/** Opens a browser context in which the user is signed in. Its cache is empty. */
export async function signedInContext(browser, user) {
  const context = await browser.newContext({ locale: "en-US" });
  const response = await context.request.post(`${PORTAL_URL}/api/v1/demo/session`, {
    headers: { "x-partner-portal": "1" },
    data: { user_id: user.user_id },
  });
  if (!response.ok()) throw new Error(`signing in: ${response.status()}`);
  return context;
}
