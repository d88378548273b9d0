// By which tag values are written.

import { language, parsed } from "./language.js";

/**
 * By which tag values are written in one of our languages: the first of the wanted ones that says
 * where it is spoken, so that a reader in Britain gets a week that starts on Monday.
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
