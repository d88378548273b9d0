// Dispatches the loader's events on the host's element. The app dispatches its own events.

/** Dispatches the event `partner-portal:` plus `name`. */
export function emit(element, name, detail) {
  const init = { detail, bubbles: true, composed: true };
  element.dispatchEvent(new CustomEvent(`partner-portal:${name}`, init));
}

/** Dispatches an error event for a recoverable error. */
export const tellError = (element, type) =>
  emit(element, "error", { type, request_id: null, recoverable: true });
