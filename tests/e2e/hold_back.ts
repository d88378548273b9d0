// Answers that a test keeps back.

import type { Page } from "@playwright/test";

/** Keeps what is asked for back until the function that it resolves to is called. */
export async function holdBack(page: Page, address: string | RegExp): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(address, async (route) => {
    await held;
    await route.fallback();
  });
  return release;
}
