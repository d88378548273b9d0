// What a portal tells its host, beside what the app does: as events on the host's element.

/** Dispatches `partner-portal:` with that name. */
export function emit(element, name, detail) {
  const init = { detail, bubbles: true, composed: true };
  element.dispatchEvent(new CustomEvent(`partner-portal:${name}`, init));
}

/** Tells of an error that the portal, or its host, can get over. */
export const tellError = (element, type) =>
  emit(element, "error", { type, request_id: null, recoverable: true });
