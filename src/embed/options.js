// What the shell may pass. A wrong option is the shell's mistake: it is told at once, by name.

const CHOICES = {
  environment: ["sandbox", "production"],
  chrome: ["none", "full"],
};

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
  const { apiBase, basePath, accountId } = options;
  if (!/^(https?:\/\/[^/?#]+)?(\/[^/?#]+)+$/.test(apiBase)) {
    refuse("apiBase", "must be a path such as /api/v1, without a slash at its end");
  }
  if (!/^(\/[^/?#]+)+$/.test(basePath)) {
    refuse("basePath", "must be a path such as /partners, without a slash at its end");
  }
  if (accountId !== undefined && (typeof accountId !== "string" || !accountId)) {
    refuse("accountId", "must be a text");
  }
  choice(options, "chrome");
  for (const name of ["getToken", "onNavigate"]) {
    if (options[name] !== undefined && typeof options[name] !== "function") {
      refuse(name, "must be a function");
    }
  }
  checkUpdate(options);
}

/** What `update` may change. */
export function checkUpdate(options) {
  const { appearance, locale, path } = options ?? refuse("options", "must be an object");
  choice(options, "environment");
  if (locale !== undefined && typeof locale !== "string") {
    refuse("locale", "must be a language tag such as pt-BR");
  }
  if (path !== undefined && !/^\//.test(path)) refuse("path", "must start with /");
  if (appearance !== undefined) {
    if (!appearance || typeof appearance !== "object") {
      refuse("appearance", "must be an object");
    }
    const { colorScheme = "auto", variables = {} } = appearance;
    oneOf("appearance.colorScheme", colorScheme, ["light", "dark", "auto"]);
    for (const name of Object.keys(variables)) {
      if (!name.startsWith("--portal-")) {
        refuse("appearance.variables", "may only name --portal- properties");
      }
    }
  }
}

function choice(options, name) {
  if (options[name] !== undefined) oneOf(name, options[name], CHOICES[name]);
}

function oneOf(name, value, allowed) {
  if (!allowed.includes(value)) refuse(name, `must be one of ${allowed.join(", ")}`);
}
