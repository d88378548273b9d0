// `<partner-portal>`: the portal for hosts that write their pages in elements.

import { tellError } from "./emit.js";
import { CHANGEABLE, checkOptions, OPTIONS, REQUIRED } from "./options.js";

const TEXTS = ["apiBase", "basePath", "accountId", "environment", "locale", "chrome", "path"];
// From attribute to option: as HTML writes it, and as a framework does that sets the option's name on
// an element which is not defined yet.
const ATTRIBUTES = Object.fromEntries(
  TEXTS.flatMap((name) => [
    [name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), name],
    [name.toLowerCase(), name],
  ]),
);

/** The element's class. `open` opens a portal. */
export function elementClass(open) {
  class PartnerPortalElement extends HTMLElement {
    static observedAttributes = Object.keys(ATTRIBUTES);
    #options = {};
    #changed = new Set();
    #portal;
    #isAwaited = false;
    #isTold = false;

    get status() {
      return this.#portal?.status ?? "checking";
    }

    connectedCallback() {
      // What was set before the element was defined hides our own properties.
      for (const name of Object.keys(OPTIONS).filter((name) => Object.hasOwn(this, name))) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
      this.#settle();
    }

    disconnectedCallback() {
      this.#settle();
    }

    attributeChangedCallback(attribute, _, value) {
      this[ATTRIBUTES[attribute]] = value ?? undefined;
    }

    static {
      for (const name in OPTIONS) {
        Object.defineProperty(this.prototype, name, {
          get() {
            return this.#options[name];
          },
          set(value) {
            if (this.#options[name] === value) return;
            this.#options[name] = value;
            this.#changed.add(name);
            this.#settle();
          },
        });
      }
    }

    // In a microtask: whoever moves the element takes it out and puts it in again, and whoever makes
    // one sets its properties one by one.
    #settle() {
      if (this.#isAwaited) return;
      this.#isAwaited = true;
      queueMicrotask(() => {
        this.#isAwaited = false;
        if (!this.isConnected) this.#end();
        else if (this.#portal || this.#hasAll()) this.#show();
      });
    }

    /** Whether there is what a portal needs. A framework may set it later. */
    #hasAll() {
      const missing = REQUIRED.filter((name) => (this.#options[name] ?? "") === "");
      if (missing.length && !this.#isTold) {
        this.#isTold = true;
        console.warn("partner-portal: the element waits for", ...missing);
      }
      return !missing.length;
    }

    /** Opens the portal, or gives it what has changed. What it cannot use changes nothing. */
    #show() {
      try {
        checkOptions(this.#options);
      } catch (error) {
        console.error(error);
        return tellError(this, "option_invalid");
      }
      const changed = [...this.#changed];
      this.#changed.clear();
      if (!changed.every((name) => name in CHANGEABLE)) this.#end();
      if (!this.#portal) this.#portal = open(this, this.#options);
      else if (changed.length) {
        this.#portal.update(Object.fromEntries(changed.map((name) => [name, this.#options[name]])));
      }
    }

    #end() {
      this.#portal?.unmount();
      this.#portal = undefined;
    }
  }
  return PartnerPortalElement;
}
