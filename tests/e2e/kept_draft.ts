// The draft that the backend keeps, as tests look at it.

import { expect, type Page } from "@playwright/test";

import type { Portal } from "./portal.ts";

export const draftPath = (account: string) => `/accounts/${account}/contact-information/draft`;

/** The status line of a draft that is kept. */
export const draftSaved = (page: Page) => page.getByText(/^Draft saved /).first();

/** What the backend keeps for the person of the page. */
export async function keptDraft(portal: Portal, page: Page, account: string) {
  const response = await portal.api(page, "GET", draftPath(account));
  return ((await response.json()) as { draft: { content: string } | null }).draft;
}

/** Waits until what the backend keeps has this in it. The status line may still speak of an earlier
 * draft, of a word that was half typed. */
export async function expectKept(portal: Portal, page: Page, account: string, what: string) {
  const content = async () => (await keptDraft(portal, page, account))?.content ?? "";
  await expect.poll(content).toContain(what);
}

/** As what stands in a draft when the list has become chips. */
export const chipsOf = (...addresses: string[]) => JSON.stringify(addresses);
