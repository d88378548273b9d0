// What keeps the first view's dialog open until the app holds it. `src/ui/mandatory_dialog/hold.rs`
// says why no single measure holds in every browser.

/**
 * Shows the dialog and keeps it modal while `around` is rendered and not inert, until `end` is called.
 * The focus starts on `first` and comes back to where it was: `focused` returns that.
 */
export function hold(dialog, around, first) {
  const ended = new AbortController();
  const { signal } = ended;
  const { ownerDocument } = dialog;
  let focused = first;
  const settle = () => {
    follow();
    // Safari before 17.4 has no `checkVisibility`.
    if (isInert(around) || around.checkVisibility?.() === false) return dialog.open && dialog.close();
    if (dialog.matches(":modal")) return;
    // Opening moves the focus, so what is remembered is taken first.
    const last = focused;
    // A dialog that is open without modality refuses to become modal.
    if (dialog.open) dialog.close();
    dialog.showModal();
    last.focus({ preventScroll: true });
  };
  const changed = new MutationObserver(() => settle());
  const roots = new Set();
  // Moved, taken out, made inert: in the document and in every shadow root around the portal's.
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
  // Hidden or shown again, also below the end of a long page.
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

/** The roots of the hosts of the shadow root that an element is in. */
function rootsAround(element) {
  const roots = [];
  for (let { host } = element.getRootNode(); host; ({ host } = host.getRootNode())) {
    roots.push(host.getRootNode());
  }
  return roots;
}

/** Whether anything around an element is inert, through slots and shadow roots. */
function isInert(element) {
  while (element && !element.inert) {
    element = element.assignedSlot ?? element.parentElement ?? element.getRootNode().host;
  }
  return Boolean(element);
}
