// What the shell may pass. A wrong option is the shell's mistake: it is told at once, by name.

/** The options that `update` takes too: a pattern and an example, or a type. */
const CHANGEABLE = {
  locale: [/^[a-z]{2,8}(-\w+)*$/i, "pt-BR"],
  environment: [/^(sandbox|production)$/, "sandbox or production"],
  path: [/^\/(?!\/)/, "/partners/help?env=sandbox"],
  appearance: "object",
};

/** All options. */
const OPTIONS = {
  apiBase: [/^(https?:\/\/[^/?#]+)?(\/[^/?#]+)+$/, "/api/v1"],
  basePath: [/^(\/[^/?#]+)+$/, "/partners"],
  accountId: [/./, "acc_1"],
  chrome: [/^(none|full)$/, "none or full"],
  getToken: "function",
  onNavigate: "function",
  messages: "object",
  ...CHANGEABLE,
};

/** The names of all options, and of those that `update` takes. */
export const OPTION_NAMES = Object.keys(OPTIONS);
export const CHANGEABLE_NAMES = Object.keys(CHANGEABLE);

/** The element must be free: without a shadow root of somebody else, and without a portal. */
export function checkElement(element, shadows, mounted) {
  if (!(element instanceof Element)) refuse("element", "must be an element");
  if (mounted.has(element)) refuse("element", "already shows a portal");
  if (element.shadowRoot && !shadows.has(element)) refuse("element", "has its own shadow root");
}

/** The options of `mount`. */
export function checkOptions(options) {
  // These two must be there.
  const { apiBase = "", basePath = "" } = options ?? {};
  check({ ...options, apiBase, basePath }, OPTIONS);
}

/** The options of `update`. */
export const checkChanges = (changes) => check(changes, CHANGEABLE);

function check(options, known) {
  for (const [name, value] of Object.entries(options)) {
    const rule = known[name] ?? refuse(name, `is no option; there are ${Object.keys(known)}`);
    const [pattern, example] = rule;
    if (value === undefined) continue;
    if (typeof rule === "string") {
      if (typeof value !== rule) refuse(name, `must be of type ${rule}`);
    } else if (typeof value !== "string" || !pattern.test(value)) {
      refuse(name, `must be a text such as ${example}`);
    }
  }
}

function refuse(name, rule) {
  throw new TypeError(`partner-portal: ${name} ${rule}`);
}
