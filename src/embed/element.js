// `<partner-portal>`: the portal for hosts that write their pages in elements.

const TEXTS = ["apiBase", "basePath", "accountId", "environment", "locale", "chrome", "path"];
// From attribute to option: as HTML writes it, and as a framework does that sets the option's name on
// an element which is not defined yet.
const ATTRIBUTES = Object.fromEntries(
  TEXTS.flatMap((name) => [
    [name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), name],
    [name.toLowerCase(), name],
  ]),
);

/**
 * The element's class. `open` opens a portal; the names are those of its options, and of those that
 * an open one can change.
 */
export function elementClass(open, names, changeable) {
  class PartnerPortalElement extends HTMLElement {
    static observedAttributes = Object.keys(ATTRIBUTES);
    #options = {};
    #changed = new Set();
    #portal;
    #isAwaited = false;

    get status() {
      return this.#portal?.status ?? "checking";
    }

    connectedCallback() {
      // What was set before the element was defined hides our own properties.
      for (const name of names.filter((name) => Object.hasOwn(this, name))) {
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
      for (const name of names) {
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
        const changed = [...this.#changed];
        this.#changed.clear();
        const isAnother = changed.some((name) => !changeable.includes(name));
        if (!this.isConnected || isAnother) {
          this.#portal?.unmount();
          this.#portal = undefined;
        }
        const { apiBase, basePath } = this.#options;
        if (this.#portal) {
          const changes = changed.map((name) => [name, this.#options[name]]);
          if (changes.length) this.#portal.update(Object.fromEntries(changes));
        } else if (this.isConnected && apiBase !== undefined && basePath !== undefined) {
          this.#portal = open(this, this.#options);
        }
      });
    }
  }
  return PartnerPortalElement;
}
