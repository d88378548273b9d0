// Delays requests until the test lets them go on.

import type { Page, Route } from "@playwright/test";

/**
 * Holds back requests for `address`, at most `times` of them, until the returned function is called.
 * Each request is then passed to `goOn`, which lets it through by default.
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
