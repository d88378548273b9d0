// Defines `<partner-portal>`, the portal as a custom element.

import { tellError } from "./emit.js";
import { CHANGEABLE, checkOptions, OPTIONS, REQUIRED } from "./options.js";

const TEXTS = ["apiBase", "basePath", "accountId", "environment", "locale", "chrome", "path"];
// Maps attributes to options: in kebab case, as written in HTML, and in lower case, as frameworks write
// them if they set the option's name on an element that is not yet defined.
const ATTRIBUTES = Object.fromEntries(
  TEXTS.flatMap((name) => [
    [name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), name],
    [name.toLowerCase(), name],
  ]),
);

/** Returns the element's class. `open` opens a portal. */
export function elementClass(open) {
  class PartnerPortalElement extends HTMLElement {
    static observedAttributes = [...Object.keys(ATTRIBUTES), "wait"];
    #options = {};
    #changed = new Set();
    #portal;
    #isAwaited = false;
    #isTold = false;
    #isStarted = false;

    get status() {
      return this.#portal?.status ?? "checking";
    }

    /** Starts the portal in spite of the attribute `wait`. */
    start() {
      this.#isStarted = true;
      this.#settle();
    }

    connectedCallback() {
      // Properties that were set before the element was defined hide the accessors of the class.
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
      if (attribute === "wait") this.#settle();
      else this[ATTRIBUTES[attribute]] = value ?? undefined;
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

    // Waits for a microtask, because moving the element disconnects and reconnects it, and a new
    // element's properties are set one by one.
    #settle() {
      if (this.#isAwaited) return;
      this.#isAwaited = true;
      queueMicrotask(() => {
        this.#isAwaited = false;
        if (!this.isConnected) this.#end();
        else if (this.#portal || (!this.#waits() && this.#hasAll())) this.#show();
      });
    }

    /** Returns true if the page that contains the element still has to prepare it. */
    #waits() {
      return this.hasAttribute("wait") && !this.#isStarted && !this.#options.getToken;
    }

    /** Returns true if all required options are set. A framework may set them later. */
    #hasAll() {
      const missing = REQUIRED.filter((name) => (this.#options[name] ?? "") === "");
      if (missing.length && !this.#isTold) {
        this.#isTold = true;
        console.warn("partner-portal: the element waits for", ...missing);
      }
      return !missing.length;
    }

    /** Opens the portal, or passes changed options to it. Invalid options change nothing. */
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
