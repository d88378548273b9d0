// Records what the page learns of the portal's errors.

/** Keeps the detail of each error event, and the text of a rejection of `mount`, on the window. */
export function recordEvents() {
  window.errors = [];
  document.addEventListener("partner-portal:error", ({ detail }) => window.errors.push(detail.type));
}
