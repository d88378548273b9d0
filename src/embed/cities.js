// What the cities of the time zones are called in each language.

import { asset, STALL_MS } from "./assets.js";

/** The names in a language, by their time zones. */
export async function fetchCities(locale, signal) {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(STALL_MS)]);
  const response = await fetch(asset(CITIES[locale]), { signal: patience });
  if (!response.ok) throw new Error(response.url);
  return response.json();
}
