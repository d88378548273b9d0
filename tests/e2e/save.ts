// What a colleague saves meanwhile.

import { expect } from "@playwright/test";

import type { StoredContactInformation } from "./people.ts";
import type { Person } from "./portal.ts";

/** Saves on top of what is stored, as another person's browser would. */
export async function save(person: Person, account: string, changes: object): Promise<void> {
  const path = `/accounts/${account}/contact-information`;
  const before = await person.api("GET", path);
  const { contact_information } = (await before.json()) as StoredContactInformation;
  const saved = await person.api("PUT", `${path}?environment=sandbox`, {
    data: { ...contact_information, ...changes },
    headers: { "if-match": before.headers()["etag"]! },
  });
  expect(saved.status()).toBe(200);
}
