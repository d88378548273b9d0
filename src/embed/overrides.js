// Validates the host's own sentences and replaces ours by them. It contains all keys, so it is loaded
// only for hosts that pass sentences.

const entries = new Map(KEYS.map((entry, index) => [entry.key, { ...entry, index }]));

/** Throws a TypeError unless `messages` is an object of objects of strings, by language. */
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

// The objects whose faults have been reported. Each is reported once, not for each language.
const told = new WeakSet();

/**
 * Returns our sentences of a language, replaced by those of `own`, the host's sentences, where possible.
 * Unusable sentences are reported on the console and to `tell`, and our own are kept.
 */
export function apply(own, locale, ours, tell) {
  // `check` runs only before `mount`, so an element's property may still hold anything.
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
  // The replaced plural sentences, with their forms and the rejected ones.
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
    // A mixture of the host's forms and ours would be two different sentences.
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
