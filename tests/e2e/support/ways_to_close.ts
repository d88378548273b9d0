// Ways in which a script of the page, or a form in it, can try to close the mandatory modal.

declare global {
  /** Returns the portal's shadow root. The tests define it in the page. */
  function portalRoot(): ShadowRoot;
}

/** Each way with its name. The functions run in a page that defines `portalRoot`. */
export const WAYS_TO_CLOSE: readonly [string, () => void][] = [
  ["close()", () => portalRoot().querySelector("dialog")!.close()],
  ["close() twice", () => {
    portalRoot().querySelector("dialog")!.close();
    portalRoot().querySelector("dialog")!.close("done");
  }],
  ["requestClose()", () => {
    const opened: HTMLDialogElement & { requestClose?(): void } =
      portalRoot().querySelector("dialog")!;
    opened.requestClose?.();
    opened.requestClose?.();
  }],
  ["removing open", () => portalRoot().querySelector("dialog")!.removeAttribute("open")],
  ["closedby=any", () => portalRoot().querySelector("dialog")!.setAttribute("closedby", "any")],
  ["opening without modality", () => {
    portalRoot().querySelector("dialog")!.close();
    portalRoot().querySelector("dialog")!.show();
  }],
  ["a form with the method dialog", () => {
    const form = document.createElement("form");
    form.method = "dialog";
    portalRoot().querySelector("dialog")!.append(form);
    form.requestSubmit();
    form.remove();
  }],
];
