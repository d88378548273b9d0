// A pseudo-locale: changes sentences to be at least 40 % longer, as those of another language can be.

import type { Page } from "@playwright/test";

const PLACEHOLDER = /^\{[a-z]+\}$/;

const words = (sentence: string) => sentence.split(/(\{[a-z]+\})|\s+/).filter(Boolean);

/** Returns the sentence with its own words repeated at the end until it is 40 % longer. */
export function withMoreWords(sentence: string): string {
  const own = words(sentence).filter((word) => !PLACEHOLDER.test(word));
  let longer = sentence;
  for (let next = 0; own.length > 0 && longer.length < sentence.length * 1.4; next += 1) {
    longer += ` ${own[next % own.length]}`;
  }
  return longer;
}

/** Returns the sentence with each word doubled, as in a language with long compound words. */
export function withLongWords(sentence: string): string {
  return words(sentence)
    .map((word) => (PLACEHOLDER.test(word) ? word : word + word))
    .join(" ");
}

/** Changes the sentences of every language that the page loads from now on. */
export async function changeSentences(
  page: Page,
  change: (sentence: string) => string,
): Promise<void> {
  const changed = (value: unknown): unknown => {
    if (typeof value === "string") return change(value);
    if (Array.isArray(value)) return value.map(changed);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, changed(text)]));
  };
  await page.route("**/locales/*.json", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: changed(await response.json()) });
  });
}
