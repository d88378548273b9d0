// What the cities of the time zones are called in each language.

import { json } from "./assets.js";

/** The names in a language, by their time zones. */
export const fetchCities = (locale, signal) => json(CITIES[locale], signal);
