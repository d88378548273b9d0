// The texts that users in several regions are expected to see for the same values.

/** The expectations for one browser language. */
export interface RegionalFormats {
  locale: string;
  /** The name of the file of sentences in `src/i18n/locales`, without its ending. */
  file: string;
  /** The label of the button for the first day of the week. */
  firstDay: string;
  /** Two search texts that find Warsaw. */
  cities: [string, string];
  /** The displayed name of Warsaw's time zone. */
  zone: string;
  /** The values of the boxes for 9:00 and 17:00. */
  boxes: [RegExp, RegExp];
  /** The hours 9:00 to 17:00 in the label of a preset. */
  range: RegExp;
  /** The time until support closes. */
  closes: RegExp;
  /** The list of a morning's and an afternoon's hours. */
  list: RegExp;
  /** The number of users of a large account. */
  users: RegExp;
  /** The way this user types 9:30 and 21:00. */
  typed: [string, string];
}

/**
 * Six languages: with 12-hour and 24-hour clocks, two first days of the week, and two kinds of English.
 */
export const REGIONAL_FORMATS: RegionalFormats[] = [
  {
    locale: "en-US",
    file: "en",
    firstDay: "Sun",
    cities: ["Warsaw", "poland"],
    zone: "Warsaw (Europe)",
    boxes: [/^9:00\sAM$/, /^5:00\sPM$/],
    range: /9:00\sAM\s–\s5:00\sPM/u,
    closes: /in 4 hours/,
    list: /9:00\sAM\s–\s12:00\sPM. and .1:00\s–\s5:00\sPM/u,
    users: /10,000 users/,
    typed: ["9:30 am", "9 PM"],
  },
  {
    locale: "en-GB",
    file: "en",
    firstDay: "Mon",
    cities: ["Warsaw", "poland"],
    zone: "Warsaw (Europe)",
    boxes: [/^09:00$/, /^17:00$/],
    range: /09:00–17:00/,
    closes: /in 4 hours/,
    list: /09:00–12:00. and .13:00–17:00/,
    users: /10,000 users/,
    typed: ["9.30", "21:00"],
  },
  {
    locale: "he-IL",
    file: "he",
    firstDay: "יום א׳",
    cities: ["ורשה", "Warsaw"],
    zone: "ורשה (אירופה)",
    boxes: [/^09:00$/, /^17:00$/],
    range: /0?9:00–17:00/,
    closes: /בעוד 4 שעות/,
    list: /0?9:00–12:00. ו.*13:00–17:00/u,
    users: /10,000/,
    typed: ["9:30", "21:00"],
  },
  {
    locale: "pl-PL",
    file: "pl",
    firstDay: "pon.",
    cities: ["Warszawa", "Warsaw"],
    zone: "Warszawa (Europa)",
    boxes: [/^09:00$/, /^17:00$/],
    range: /09:00–17:00/,
    closes: /za 4 godziny/,
    list: /09:00–12:00. i .13:00–17:00/,
    users: /10\s000/,
    typed: ["930", "21.00"],
  },
  {
    locale: "pt-BR",
    file: "pt-BR",
    firstDay: "dom.",
    cities: ["Varsóvia", "warsaw"],
    zone: "Varsóvia (Europa)",
    boxes: [/^09:00$/, /^17:00$/],
    range: /09:00\s–\s17:00/u,
    closes: /em 4 horas/,
    list: /09:00\s–\s12:00. e .13:00\s–\s17:00/u,
    users: /10\.000/,
    typed: ["9h30", "21h"],
  },
  {
    locale: "es-MX",
    file: "es",
    firstDay: "dom",
    cities: ["varsovia", "Warsaw"],
    zone: "Varsovia (Europa)",
    boxes: [/^9:00\sa\.m\.$/, /^5:00\sp\.m\.$/],
    range: /9:00\sa\.m\.\s?–\s?5:00\sp\.m\./u,
    closes: /dentro de 4 horas/,
    list: /9:00\sa\.m\..* y .1:00/u,
    users: /10,000/,
    typed: ["9:30 a. m.", "9:00 p.m."],
  },
];
