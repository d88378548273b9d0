// Reads the draft that the backend keeps.

import { expect, type Page } from "@playwright/test";

import type { Portal } from "./portal.ts";

export const draftPath = (account: string) => `/accounts/${account}/contact-information/draft`;

/** Returns the status line that shows a saved draft. */
export const draftSaved = (page: Page) => page.getByText(/^Draft saved /).first();

/** Returns the draft that the backend keeps for the user of the page. */
export async function keptDraft(portal: Portal, page: Page, account: string) {
  const response = await portal.api(page, "GET", draftPath(account));
  return ((await response.json()) as { draft: { content: string } | null }).draft;
}

/**
 * Waits until the draft on the backend contains `what`. The status line is not enough, because it may
 * still describe an earlier draft with half-typed text.
 */
export async function expectKept(portal: Portal, page: Page, account: string, what: string) {
  const content = async () => (await keptDraft(portal, page, account))?.content ?? "";
  await expect.poll(content).toContain(what);
}

/** Returns the text of a draft that contains exactly these addresses as the chips of a list. */
export const chipsOf = (...addresses: string[]) => JSON.stringify(addresses);
