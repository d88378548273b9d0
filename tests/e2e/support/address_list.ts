// Operates and reads a list of addresses.

import type { Locator, Page } from "@playwright/test";

/** Pastes text into a box with the keyboard shortcut. */
export async function paste(page: Page, box: Locator, text: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await box.focus();
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.press("Control+v");
}

/** Returns the texts of a list's chips, in order. */
export const chips = (box: Locator) => box.locator("xpath=preceding-sibling::ul").locator(".chip-text bdi");
