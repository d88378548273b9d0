// Answers that a test keeps back.

import type { Page, Route } from "@playwright/test";

/**
 * Keeps what is asked for back, as often as `times` says, until the function that it resolves to is
 * called; `goOn` is what happens then, and the answer itself unless a test says otherwise.
 */
export async function holdBack(
  page: Page,
  address: string | RegExp,
  goOn = (route: Route) => route.fallback(),
  times?: number,
): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(address, async (route) => {
    await held;
    await goOn(route);
  }, { times });
  return release;
}
