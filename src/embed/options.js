// What the shell may pass. A wrong option is the shell's mistake: it is told at once, by name.

const OPTIONS = ["apiBase", "basePath", "accountId", "environment", "locale", "chrome"];

function refuse(name, rule) {
  throw new TypeError(`partner-portal: ${name} ${rule}`);
}

/** The element must be free: without a shadow root of somebody else, and without a portal. */
export function checkElement(element, shadows, mounted) {
  if (!(element instanceof Element)) refuse("element", "must be an element");
  if (mounted.has(element)) refuse("element", "already shows a portal");
  if (element.shadowRoot && !shadows.has(element)) {
    refuse("element", "has a shadow root of its own");
  }
}

/** The options of `mount`. */
export function checkOptions(options) {
  if (!options || typeof options !== "object") refuse("options", "must be an object");
  for (const name of Object.keys(options)) {
    if (!OPTIONS.includes(name)) refuse(name, `is no option; there are ${OPTIONS.join(", ")}`);
  }
  const { apiBase, basePath, accountId, environment, locale, chrome } = options;
  if (!/^(https?:\/\/[^/?#]+)?(\/[^/?#]+)+$/.test(apiBase)) {
    refuse("apiBase", "must be a path such as /api/v1, without a slash at its end");
  }
  if (!/^(\/[^/?#]+)+$/.test(basePath)) {
    refuse("basePath", "must be a path such as /partners, without a slash at its end");
  }
  if (accountId !== undefined && (typeof accountId !== "string" || !accountId)) {
    refuse("accountId", "must be a text");
  }
  if (locale !== undefined && typeof locale !== "string") {
    refuse("locale", "must be a language tag such as pt-BR");
  }
  oneOf("environment", environment, ["sandbox", "production"]);
  oneOf("chrome", chrome, ["none", "full"]);
}

function oneOf(name, value, allowed) {
  if (value !== undefined && !allowed.includes(value)) {
    refuse(name, `must be one of ${allowed.join(", ")}`);
  }
}
