// Reads the saved contact information, and saves changes as a colleague would.

import { expect, type Page } from "@playwright/test";

import type { StoredContactInformation } from "./people.ts";
import type { Person, Portal } from "./portal.ts";

const pathOf = (account: string) => `/accounts/${account}/contact-information`;

/** Returns the account's saved document with its revision, read in the session of the page. */
export async function storedDocument(portal: Portal, page: Page, account: string) {
  const response = await portal.api(page, "GET", pathOf(account));
  return (await response.json()) as StoredContactInformation;
}

/** Returns the account's saved contact information, read in the session of the page. */
export async function stored(portal: Portal, page: Page, account: string) {
  return (await storedDocument(portal, page, account)).contact_information;
}

/** Returns the account's saved contact information, read in the session of a user without a page. */
export async function storedBy(person: Person, account: string) {
  const response = await person.api("GET", pathOf(account));
  return ((await response.json()) as StoredContactInformation).contact_information;
}

/** Applies changes to the stored document and saves it, as another user's browser would. */
export async function save(
  person: Person,
  account: string,
  changes: object,
  environment: "sandbox" | "production" = "sandbox",
): Promise<void> {
  const before = await person.api("GET", pathOf(account));
  const { contact_information } = (await before.json()) as StoredContactInformation;
  const saved = await person.api("PUT", `${pathOf(account)}?environment=${environment}`, {
    data: { ...contact_information, ...changes },
    headers: { "if-match": before.headers()["etag"]! },
  });
  expect(saved.status()).toBe(200);
}
