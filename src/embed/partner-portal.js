// The entry of an embedded portal. Importing this file does nothing.

import { asset, json, script } from "./assets.js";
import { returnApp, takeApp } from "./instances.js";
import { fetchMessages, firstViewOf, matchLocale } from "./locale.js";
import { isMounted, open } from "./open.js";
import { checkSome } from "./options.js";
import { scopeOf } from "./reads.js";

/** Shows the portal inside `element`; resolves at once, the code follows. */
export async function mount(element, options) {
  const messages = options?.messages ?? undefined;
  if (messages !== undefined) {
    // Without the rules the portal cannot start either, and says so.
    const rules = await script(OVERRIDES_JS).catch(() => undefined);
    rules?.check(messages);
  }
  // A host that mounts, unmounts and mounts again in one tick, as React's StrictMode does, can only
  // unmount once it has the first handle.
  if (isMounted(element)) await new Promise((resolve) => setTimeout(resolve));
  return open(element, options);
}

/** Fetches and compiles what a portal with these options needs first, without showing anything. */
export async function preload(options) {
  const given = checkSome(options);
  const locale = matchLocale([given.locale, ...navigator.languages].filter(Boolean));
  // What cannot be fetched now is fetched when the portal is shown.
  await Promise.allSettled([
    script(FIRST_VIEW_JS),
    json(firstViewOf(locale, scopeOf(given).environment)),
    fetch(asset(STYLES)),
    fetchMessages(locale),
    takeApp().then(returnApp),
  ]);
}

/** Registers `<partner-portal>`, or the same under another name. */
export async function defineElement(name = "partner-portal") {
  const { elementClass } = await script(ELEMENT_JS);
  customElements.get(name) ?? customElements.define(name, elementClass(open));
}
