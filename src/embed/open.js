// Opens a portal in an element and returns its handle.

import { asset } from "./assets.js";
import { emit } from "./emit.js";
import { checkChanges, checkElement, checkOptions } from "./options.js";
import { Portal } from "./portal.js";

// The shadow roots that we created. They cannot be detached, so they are reused.
const shadows = new WeakMap();
const mounted = new WeakSet();

/** Returns true if the element shows a portal. */
export const isMounted = (element) => mounted.has(element);

/**
 * Shows the portal and returns its handle. Throws a TypeError for an invalid option, and an error if this
 * script was bundled.
 */
export function open(element, options) {
  checkElement(element, shadows, mounted);
  const given = checkOptions(options);
  try {
    asset("");
  } catch (error) {
    emit(element, "error", { type: "load_failed", request_id: null, recoverable: false });
    throw error;
  }
  const shadow = shadows.get(element) ?? element.attachShadow({ mode: "open" });
  shadows.set(element, shadow);
  mounted.add(element);
  const portal = new Portal(element, shadow, given);
  let isOpen = true;
  portal.start(false);
  return {
    get status() {
      return portal.status;
    },
    update(changes) {
      const given = checkChanges(changes);
      if (isOpen) portal.update(given);
    },
    unmount() {
      if (!isOpen) return;
      isOpen = false;
      portal.end();
      mounted.delete(element);
    },
  };
}
