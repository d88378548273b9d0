// What the shell may pass. A wrong option is the shell's mistake: it is told at once, by name.

/** The options that `update` takes too: a pattern and an example, or a type. */
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

/** The options that must be there. */
export const REQUIRED = ["apiBase", "basePath"];

/** The element must be free: without a shadow root of somebody else, and without a portal. */
export function checkElement(element, shadows, mounted) {
  // An element of another window is no instance of this window's `Element`.
  if (element?.nodeType !== 1) refuse("element", "must be an element");
  if (mounted.has(element)) refuse("element", "already shows a portal");
  if (element.shadowRoot && !shadows.has(element)) refuse("element", "has its own shadow root");
}

/** The options of `mount`; `undefined` in place of what counts as absent. */
export const checkOptions = (options) =>
  check({ apiBase: undefined, basePath: undefined, ...options }, OPTIONS);

/** The same for `preload`, which needs none of them. */
export const checkSome = (options) => check(options, OPTIONS);

/** The same for those of `update`. */
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
