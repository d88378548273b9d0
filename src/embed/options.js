// Validates the shell's options. An invalid option is an error in the shell, so it is reported
// immediately with its name.

/** The options that `update` accepts, too: a pattern and an example, or a type. */
export const CHANGEABLE = {
  locale: [/^[a-z]{2,8}(-\w+)*$/i, "pt-BR"],
  environment: [/^(sandbox|production)$/, "sandbox or production"],
  path: [/^\/(?!\/)/, "/partners/help?env=sandbox"],
  appearance: "object",
};

/** All options. */
export const OPTIONS = {
  apiBase: [/^(https?:\/\/[^/?#]+)?(\/[^/?#]+)+$/, "/api/v1"],
  basePath: [/^(\/[^/?#]+)+$/, "/partners"],
  accountId: [/./, "acc_1"],
  chrome: [/^(none|full)$/, "none or full"],
  getToken: "function",
  onNavigate: "function",
  messages: "object",
  ...CHANGEABLE,
};

/** The required options. */
export const REQUIRED = ["apiBase", "basePath"];

/** Throws unless the element can show a portal: it must have no foreign shadow root and no portal. */
export function checkElement(element, shadows, mounted) {
  // An element of another window is not an instance of this window's `Element`.
  if (element?.nodeType !== 1) refuse("element", "must be an element");
  if (mounted.has(element)) refuse("element", "already shows a portal");
  if (element.shadowRoot && !shadows.has(element)) refuse("element", "has its own shadow root");
}

/** Returns the options of `mount`, with `undefined` for absent ones. */
export const checkOptions = (options) =>
  check({ apiBase: undefined, basePath: undefined, ...options }, OPTIONS);

/** Validates the options of `preload`, which are all optional. */
export const checkSome = (options) => check(options, OPTIONS);

/** Validates the options of `update`. */
export const checkChanges = (changes) => check(changes, CHANGEABLE);

function check(options, known) {
  const given = {};
  for (const name in options) {
    const rule = known[name] ?? refuse(name, `is no option; there are ${Object.keys(known)}`);
    given[name] = checked(name, options[name] ?? undefined, rule);
  }
  return given;
}

function checked(name, value, rule) {
  const [pattern, example] = rule;
  if (typeof rule === "string") {
    if (value !== undefined && typeof value !== rule) refuse(name, `must be of type ${rule}`);
  } else if ((value === undefined || value === "") && !REQUIRED.includes(name)) {
    return undefined;
  } else if (typeof value !== "string" || !pattern.test(value)) {
    refuse(name, `must be a text such as ${example}`);
  }
  return value;
}

function refuse(name, rule) {
  throw new TypeError(`partner-portal: ${name} ${rule}`);
}
