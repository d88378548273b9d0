// Which language to speak, and its file.

import { asset, STALL_MS } from "./assets.js";
import { language } from "./language.js";

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

/** In which direction a language is written. */
export const direction = (locale) => (/^(ar|fa|he|ur)/.test(locale) ? "rtl" : "ltr");

/** The messages of a language; `cache` as `fetch` has it. */
export async function fetchMessages(locale, signal, cache) {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(STALL_MS)]);
  const response = await fetch(asset(LOCALES[locale]), { cache, signal: patience });
  if (!response.ok) throw new Error(response.url);
  return response.json();
}
