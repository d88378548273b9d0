// Which language to speak, and its file.

import { asset, STALL_MS } from "./assets.js";

// `iw` is what Hebrew was called until 1989, and what some systems still say.
const language = (tag) => tag.toLowerCase().split("-")[0].replace("iw", "he");

/** The first of the wanted languages that we have, by its tag or at least by its language. */
export function matchLocale(wanted) {
  const ours = Object.keys(LOCALES);
  for (const tag of wanted) {
    const match =
      ours.find((name) => name.toLowerCase() === tag.toLowerCase()) ??
      ours.find((name) => language(name) === language(tag));
    if (match) return match;
  }
  return "en";
}

/**
 * By which tag values are written in one of our languages: the first of the wanted ones that says
 * where it is spoken, so that a reader in Britain gets a week that starts on Monday.
 */
export function formatLocale(locale, wanted) {
  for (const tag of wanted) {
    try {
      const { baseName, hourCycle, language: spoken, region } = new Intl.Locale(tag);
      if (region && spoken === language(locale)) {
        return new Intl.Locale(baseName, { hourCycle }).toString();
      }
    } catch {
      // A host, or a system, can name what is no language.
    }
  }
  return locale;
}

/** In which direction a language is written. */
export const direction = (locale) => (/^(ar|fa|he|ur)/.test(locale) ? "rtl" : "ltr");

/** The messages of a language; `cache` as `fetch` has it. */
export async function fetchMessages(locale, signal, cache) {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(STALL_MS)]);
  const response = await fetch(asset(LOCALES[locale]), { cache, signal: patience });
  if (!response.ok) throw new Error(response.url);
  return response.json();
}
