// Chooses the portal's language and loads its files.

import { json } from "./assets.js";
import { language } from "./language.js";

/** Returns the first wanted language that we have, or English. We have one variant of each language. */
export function matchLocale(wanted) {
  for (const tag of wanted) {
    const match = Object.keys(LOCALES).find((name) => language(name) === language(tag));
    if (match) return match;
  }
  return "en";
}

/** Returns the name of the first view's file in a language. */
export const firstViewOf = (locale, environment) =>
  `first-views/${locale}-${environment}-${FIRST_VIEWS}.json`;

/** Loads the sentences of a language. `cache` is an option of `fetch`. */
export const fetchMessages = (locale, signal, cache) => json(LOCALES[locale], signal, cache);
