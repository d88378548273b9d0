// Loads the names of time zones' cities in each language.

import { json } from "./assets.js";

/** Loads the city names in a language, by time zone. */
export const fetchCities = (locale, signal) => json(CITIES[locale], signal);
