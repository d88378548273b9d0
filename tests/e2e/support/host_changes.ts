// Changes that hosts make to the element of a portal, `#one`. All functions run in the page.

/** Gives the element a parent of its own, beside a button of the host and a place to move to. */
export function addPlaces(): void {
  const parent = document.createElement("section");
  const place = document.createElement("div");
  place.id = "place";
  const press = document.createElement("button");
  press.textContent = "The host's own";
  press.addEventListener("click", () => press.setAttribute("aria-pressed", "true"));
  document.body.append(press, parent, place);
  parent.append(document.getElementById("one")!);
}

/** Returns for each dialog of the portal whether it is modal, the outermost first. */
export function modalDialogs(): boolean[] {
  const { shadowRoot } = document.getElementById("one")!;
  return [...shadowRoot!.querySelectorAll("dialog")].map((dialog) => dialog.matches(":modal"));
}

/** Functions that move the element within the document, as hosts do. */
export const MOVES: Record<string, () => void> = {
  "appended elsewhere": () => {
    document.getElementById("place")!.append(document.getElementById("one")!);
  },
  "inserted again where it is": () => {
    const element = document.getElementById("one")!;
    element.parentElement!.insertBefore(element, element.nextSibling);
  },
  "moved with its parent": () => {
    document.body.prepend(document.getElementById("one")!.parentElement!);
  },
};

/** Functions that hide the element without removing it, as hosts do. */
export const HIDING: Record<string, () => void> = {
  "the attribute hidden": () => {
    document.getElementById("one")!.hidden = true;
  },
  "display: none": () => {
    document.getElementById("one")!.style.display = "none";
  },
  "a hidden parent": () => {
    document.getElementById("one")!.parentElement!.style.display = "none";
  },
  "content-visibility: hidden of its parent": () => {
    document.getElementById("one")!.parentElement!.style.contentVisibility = "hidden";
  },
  "an inert parent": () => {
    document.getElementById("one")!.parentElement!.inert = true;
  },
};

/** Undoes each way of hiding. */
export const show = (): void => {
  const element = document.getElementById("one")!;
  element.hidden = false;
  element.removeAttribute("style");
  element.parentElement!.removeAttribute("style");
  element.parentElement!.inert = false;
};

/** Removes the element from the document. */
export function remove(): void {
  const element = document.getElementById("one")!;
  Object.assign(window, { element });
  element.remove();
}

/** Puts the removed element back, elsewhere in the document. */
export function putBack(): void {
  document.getElementById("place")!.append((window as unknown as { element: Element }).element);
}
