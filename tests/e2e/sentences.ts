// The sentences of the portal in each language, for tests that look for them by what they say.

import { readFile } from "node:fs/promises";

/** From key to sentence, as translators write them. */
export async function sentences(language: string): Promise<(key: string) => string> {
  const file = new URL(`../../src/i18n/locales/${language}.json`, import.meta.url);
  const all = JSON.parse(await readFile(file, "utf8")) as Record<string, string>;
  return (key) => {
    const sentence = all[key];
    if (!sentence) throw new Error(`${language}.json has no ${key}`);
    return sentence;
  };
}
