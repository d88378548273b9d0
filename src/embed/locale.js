// Which language to speak, and its file.

import { json } from "./assets.js";
import { language } from "./language.js";

/** The first of the wanted languages that we have; we have each of them once. */
export function matchLocale(wanted) {
  for (const tag of wanted) {
    const match = Object.keys(LOCALES).find((name) => language(name) === language(tag));
    if (match) return match;
  }
  return "en";
}

/** The file of the first view in a language. */
export const firstViewOf = (locale, environment) =>
  `first-views/${locale}-${environment}-${FIRST_VIEWS}.json`;

/** The messages of a language; `cache` as `fetch` has it. */
export const fetchMessages = (locale, signal, cache) => json(LOCALES[locale], signal, cache);
