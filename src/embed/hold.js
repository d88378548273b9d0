// What keeps the first view's dialog open until the app holds it. `src/ui/mandatory_dialog/hold.rs`
// says why no single measure holds in every browser.

/** Shows the dialog and keeps it modal while `around` is rendered; returns what ends that. */
export function hold(dialog, around) {
  const ended = new AbortController();
  const { signal } = ended;
  const settle = () => {
    const isModal = dialog.matches(":modal");
    // Safari before 17.4 has no such function.
    if (around.checkVisibility?.() === false) {
      if (dialog.open) dialog.close();
    } else if (!isModal && dialog.isConnected) {
      // A dialog that is open without modality refuses to become modal.
      if (dialog.open) dialog.close();
      dialog.showModal();
    }
  };
  const refuse = (event) => event.preventDefault();
  dialog.addEventListener("cancel", refuse, { signal });
  dialog.addEventListener("close", settle, { signal });
  const escape = (event) => event.key === "Escape" && event.preventDefault();
  dialog.ownerDocument.defaultView.addEventListener("keydown", escape, { signal, capture: true });
  const opened = new MutationObserver(settle);
  opened.observe(dialog, { attributeFilter: ["open"] });
  // What is moved, hidden or shown again changes its size.
  const sized = new ResizeObserver(settle);
  sized.observe(dialog);
  sized.observe(around);
  settle();
  return () => {
    ended.abort();
    opened.disconnect();
    sized.disconnect();
  };
}
