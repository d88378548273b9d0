// What is saved: as tests read it, and as a colleague changes it meanwhile.

import { expect, type Page } from "@playwright/test";

import type { StoredContactInformation } from "./people.ts";
import type { Person, Portal } from "./portal.ts";

const pathOf = (account: string) => `/accounts/${account}/contact-information`;

/** The account's saved document with its revision, as the person of the page reads it. */
export async function storedDocument(portal: Portal, page: Page, account: string) {
  const response = await portal.api(page, "GET", pathOf(account));
  return (await response.json()) as StoredContactInformation;
}

/** The account's saved contact information, as the person of the page reads it. */
export async function stored(portal: Portal, page: Page, account: string) {
  return (await storedDocument(portal, page, account)).contact_information;
}

/** Saves on top of what is stored, as another person's browser would. */
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
