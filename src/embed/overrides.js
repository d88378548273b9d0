// The host's own sentences: which of them can be used, and how they take the place of ours. Knows
// every key, which is why it is fetched only for a host that has some.

const entries = new Map(KEYS.map((entry, index) => [entry.key, { ...entry, index }]));

/** Refuses what is no object of objects of texts, by language, with a TypeError that names it. */
export function check(messages) {
  for (const fault of faultsOfForm(messages)) throw new TypeError(`partner-portal: ${fault}`);
}

function* faultsOfForm(messages) {
  if (!isObject(messages)) return yield "messages must be an object";
  const tags = Object.keys(PLURAL_FORMS);
  for (const [tag, texts] of Object.entries(messages)) {
    const name = `messages.${tag}`;
    if (!tags.includes(tag)) yield `${name} must be one of ${tags.join(", ")}`;
    else if (!isObject(texts)) yield `${name} must be an object`;
    else {
      for (const key in texts) if (!isText(texts[key])) yield `${name}.${key} must be a text`;
    }
  }
}

const isObject = (value) => typeof value === "object" && value !== null;
const isText = (value) => typeof value === "string" && value.trim() !== "";

// Whose faults have been told: a host hears of them once, not with every language.
const told = new WeakSet();

/**
 * Our sentences of a language with those of `own`, the host's, in their places. What cannot be used
 * is written to the console, `tell` is called, and our own sentence stays.
 */
export function apply(own, locale, ours, tell) {
  // An element's property can be anything: `check` stands only before `mount`.
  const faults = [...faultsOfForm(own)];
  const accepted = Object.fromEntries(
    Object.entries(own)
      .filter(([tag, texts]) => tag in PLURAL_FORMS && isObject(texts))
      .map(([tag, texts]) => [tag, acceptLanguage(tag, texts, faults)]),
  );
  if (faults.length && !told.has(own)) {
    told.add(own);
    for (const fault of faults) console.error(`partner-portal: ${fault}`);
    tell();
  }
  return ours.map((sentence, index) => accepted[locale]?.get(index) ?? sentence);
}

function acceptLanguage(locale, texts, faults) {
  const mine = new Map();
  // The plural sentences that are replaced, with what they have and what was wrong.
  const plurals = new Map();
  for (const [key, text] of Object.entries(texts)) {
    if (!isText(text)) continue;
    const [name, form] = split(key);
    const entry = entries.get(name);
    const rule = entry ? problem(entry, form, text, locale) : "is no key of this version";
    if (rule) faults.push(`messages.${locale}: "${key}" ${rule}`);
    if (entry?.plural && form) {
      const plural = plurals.get(entry) ?? { forms: {}, refused: false };
      plurals.set(entry, plural);
      plural.forms[form] = text;
      plural.refused ||= Boolean(rule);
    } else if (!rule) {
      mine.set(entry.index, text);
    }
  }
  for (const [entry, { forms, refused }] of plurals) {
    // Some forms in the host's words and some in ours would be two sentences in one place.
    const missing = PLURAL_FORMS[locale].filter((form) => !(form in forms));
    if (missing.length) {
      const lacks = missing.map((form) => `"${entry.key}.${form}"`).join(", ");
      faults.push(`messages.${locale}: "${entry.key}" lacks ${lacks}`);
    } else if (!refused) {
      mine.set(entry.index, forms);
    }
  }
  return mine;
}

function split(key) {
  const dot = key.indexOf(".");
  return dot < 0 ? [key] : [key.slice(0, dot), key.slice(dot + 1)];
}

function problem(entry, form, text, locale) {
  const forms = PLURAL_FORMS[locale];
  if (entry.plural && !forms.includes(form)) {
    return `depends on a count: there are ${forms.map((it) => `"${entry.key}.${it}"`).join(", ")}`;
  }
  if (!entry.plural && form) return `does not depend on a count: the key is "${entry.key}"`;
  const unknown = [...text.matchAll(/\{([^{}]*)\}/g)].find(
    ([, name]) => !entry.placeholders.includes(name),
  );
  if (unknown) {
    const there = entry.placeholders.map((name) => `{${name}}`).join(", ") || "none";
    return `has ${unknown[0]}, which our sentence does not have; there are: ${there}`;
  }
  return undefined;
}
