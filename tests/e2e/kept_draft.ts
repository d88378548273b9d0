// The draft that the backend keeps, as tests look at it.

import type { Page } from "@playwright/test";

import type { Portal } from "./portal.ts";

export const draftPath = (account: string) => `/accounts/${account}/contact-information/draft`;

/** The status line of a draft that is kept. */
export const draftSaved = (page: Page) => page.getByText(/^Draft saved /).first();

/** What the backend keeps for the person of the page. */
export async function keptDraft(portal: Portal, page: Page, account: string) {
  const response = await portal.api(page, "GET", draftPath(account));
  return ((await response.json()) as { draft: { content: string } | null }).draft;
}
