// The entry of an embedded portal. Importing this file does nothing.

import { asset } from "./assets.js";
import { open } from "./open.js";
import { CHANGEABLE_NAMES, OPTION_NAMES } from "./options.js";

/** Shows the portal inside `element`; resolves at once, the code follows. */
export const mount = async (element, options) => open(element, options);

/** Registers `<partner-portal>`, or the same under another name. */
export async function defineElement(name = "partner-portal") {
  const { elementClass } = await import(asset(ELEMENT_JS));
  const made = () => elementClass(open, OPTION_NAMES, CHANGEABLE_NAMES);
  customElements.get(name) ?? customElements.define(name, made());
}
