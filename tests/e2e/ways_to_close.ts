// What a script of the page, or a form in it, can do to close the mandatory dialog.

declare global {
  /** The shadow root that the portal lives in; defined in the page by the tests. */
  function portalRoot(): ShadowRoot;
}

/** Each with its name; they run in a page that has `portalRoot`. */
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
