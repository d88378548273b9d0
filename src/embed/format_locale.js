// Chooses the locale for formatting dates and numbers.

import { language, parsed } from "./language.js";

/**
 * Returns the tag for formatting values in one of our languages: the first wanted tag of that language
 * with a region. So a reader in Britain gets a week that starts on Monday.
 */
export function formatLocale(locale, wanted) {
  for (const tag of wanted) {
    const { baseName, hourCycle, language: spoken, region } = parsed(tag);
    if (region && spoken === language(locale)) {
      return new Intl.Locale(baseName, { hourCycle }).toString();
    }
  }
  return locale;
}
