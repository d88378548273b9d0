// Keeps the first view's dialog open until the app takes it over. `src/ui/mandatory_dialog/keep_open.rs`
// explains why one measure is not enough for all browsers.

/**
 * Shows the dialog and keeps it modal while `around` is rendered and not inert, until `end` is called.
 * The focus starts on `first` and is restored after each reopening. `focused` returns the element.
 */
export function keepOpen(dialog, around, first) {
  const ended = new AbortController();
  const { signal } = ended;
  const { ownerDocument } = dialog;
  let focused = first;
  const settle = () => {
    follow();
    // Safari before 17.4 has no `checkVisibility`.
    if (isInert(around) || around.checkVisibility?.() === false) return dialog.open && dialog.close();
    if (dialog.matches(":modal")) return;
    // Saves the focused element first, because opening the dialog moves the focus.
    const last = focused;
    // An open non-modal dialog cannot become modal.
    if (dialog.open) dialog.close();
    dialog.showModal();
    last.focus({ preventScroll: true });
  };
  const changed = new MutationObserver(() => settle());
  const roots = new Set();
  // Observes moves, removals and inertness in the document and in all shadow roots around the portal.
  const follow = () => {
    for (const root of [ownerDocument, ...rootsAround(around)]) {
      if (roots.has(root)) continue;
      roots.add(root);
      changed.observe(root, { subtree: true, childList: true, attributeFilter: ["inert"] });
    }
  };
  const on = (target, name, react, capture) =>
    target.addEventListener(name, react, { signal, capture });
  on(dialog, "cancel", (event) => event.preventDefault());
  on(dialog, "close", settle);
  on(dialog, "focusin", ({ target }) => {
    if (dialog.matches(":modal")) focused = target;
  });
  const escape = (event) => event.key === "Escape" && event.preventDefault();
  on(ownerDocument.defaultView, "keydown", escape, true);
  changed.observe(dialog, { attributeFilter: ["open"] });
  // Notices that the portal was hidden or shown, even far below the visible part of a long page.
  const shown = new IntersectionObserver(settle, { rootMargin: "1000000px" });
  shown.observe(dialog);
  shown.observe(around);
  settle();
  return {
    focused: () => focused,
    end() {
      ended.abort();
      changed.disconnect();
      shown.disconnect();
    },
  };
}

/** Returns the roots of all shadow hosts around an element. */
function rootsAround(element) {
  const roots = [];
  for (let { host } = element.getRootNode(); host; ({ host } = host.getRootNode())) {
    roots.push(host.getRootNode());
  }
  return roots;
}

/** Returns true if an element or any of its ancestors is inert, across slots and shadow roots. */
function isInert(element) {
  while (element && !element.inert) {
    element = element.assignedSlot ?? element.parentElement ?? element.getRootNode().host;
  }
  return Boolean(element);
}
