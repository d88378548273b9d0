// A list of addresses as a test operates and reads it.

import type { Locator, Page } from "@playwright/test";

/** Pastes as the keyboard does. */
export async function paste(page: Page, box: Locator, text: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await box.focus();
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.press("Control+v");
}

/** The chips of a list, in their order. */
export const chips = (box: Locator) => box.locator("xpath=preceding-sibling::ul").locator(".chip-text bdi");
