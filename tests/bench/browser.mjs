// What the measurements share: the browser, a signed-in person, and how times are reported.
// `cargo xtask bench` sets CHROMIUM and PORTAL_URL.

import { chromium } from "@playwright/test";

export const { CHROMIUM, PORTAL_URL } = process.env;

/** A browser that asks nobody but the portal for anything. */
export const launch = () =>
  chromium.launch({
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

/** The first of the demo's people for whom `fits` holds. */
export async function find(fits) {
  const { users } = await (await fetch(`${PORTAL_URL}/api/v1/demo/users`)).json();
  return users.find(fits);
}

/** A browser context in which the person is signed in. */
export async function signedInContext(browser, user) {
  const context = await browser.newContext({ locale: "en-US" });
  const response = await context.request.post(`${PORTAL_URL}/api/v1/demo/session`, {
    headers: { "x-partner-portal": "1" },
    data: { user_id: user.user_id },
  });
  if (!response.ok()) throw new Error(`signing in: ${response.status()}`);
  return context;
}

/** Prints a line; `times` are milliseconds. */
export function report(name, times, digits = 0) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => {
    const index = Math.min(sorted.length - 1, Math.floor(sorted.length * share));
    return `${sorted[index].toFixed(digits)} ms`;
  };
  console.log(
    `${name}: median ${at(0.5)}, 99th percentile ${at(0.99)} (${at(0)} to ${at(1)}, ${times.length} times)`,
  );
}
