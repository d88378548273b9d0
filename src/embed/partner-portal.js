// The entry script of an embedded portal. Importing it has no side effects.

import { asset, json, script } from "./assets.js";
import { returnApp, takeApp } from "./instances.js";
import { fetchMessages, firstViewOf, matchLocale } from "./locale.js";
import { isMounted, open } from "./open.js";
import { checkSome } from "./options.js";
import { scopeOf } from "./reads.js";
import { fetchFile } from "./transfers.js";

/** Shows the portal inside `element`. Resolves immediately; the code is loaded afterwards. */
export async function mount(element, options) {
  const messages = options?.messages ?? undefined;
  if (messages !== undefined) {
    // If this script fails to load, the portal cannot start either and reports the failure.
    const rules = await script(OVERRIDES_JS).catch(() => undefined);
    rules?.check(messages);
  }
  // A host may mount, unmount and mount again in one tick, as React's StrictMode does. It can unmount
  // only after it has received the first handle, so this waits for the next task.
  if (isMounted(element)) await new Promise((resolve) => setTimeout(resolve));
  return open(element, options);
}

/**
 * Fetches and compiles the files that a portal with these options needs first, without showing anything.
 */
export async function preload(options) {
  const given = checkSome(options);
  const locale = matchLocale([given.locale, ...navigator.languages].filter(Boolean));
  // Files that cannot be fetched now are fetched when the portal is shown.
  await Promise.allSettled([
    script(FIRST_VIEW_JS),
    json(firstViewOf(locale, scopeOf(given).environment)),
    fetchFile(asset(STYLES)),
    fetchMessages(locale),
    takeApp().then(returnApp),
  ]);
}

/** Registers `<partner-portal>`, or the same element under another name. */
export async function defineElement(name = "partner-portal") {
  const { elementClass } = await script(ELEMENT_JS);
  customElements.get(name) ?? customElements.define(name, elementClass(open));
}
