// Handles the user's input in the first view before the app's code has loaded.

/** The text that separates the entries of an address list. */
const SEPARATOR = ", ";

/** After a touch, the click event arrives up to this many milliseconds after the finger is lifted. */
const CLICK_DELAY = 300;

/**
 * Handles typing like the app: Enter and a pasted list end entries, and autofill changes only the input
 * for which the user chose it.
 */
export function keepTyping(dialog) {
  const ended = new AbortController();
  const { signal } = ended;
  const texts = new Map([...dialog.querySelectorAll("input")].map((box) => [box, box.value]));
  const press = watchPress(dialog, signal, () => settle());
  let isComposing = false;
  let waiting = [];
  const isCalm = () => !isComposing && !press.isHeld;
  const settle = () => {
    if (!isCalm()) return;
    const ready = waiting;
    waiting = [];
    for (const then of ready) then();
  };
  const on = (name, react) => dialog.addEventListener(name, react, { signal });
  const isList = ({ classList }) => classList?.contains("chips-box");
  on("input", ({ target }) => {
    if (!target.matches("input")) return;
    if (target.getRootNode().activeElement !== target) target.value = texts.get(target) ?? "";
    texts.set(target, target.value);
  });
  const insert = (box, text) => {
    box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
    texts.set(box, box.value);
  };
  on("keydown", (event) => {
    if (event.key !== "Enter" || !isList(event.target)) return;
    // Safari ends a composition before the key event that ended it, and marks that event only by its key
    // code.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    insert(event.target, SEPARATOR);
  });
  const paste = (event) => {
    const pasted = (event.clipboardData ?? event.dataTransfer)?.getData("text").trim();
    // An input would drop line breaks and thereby join addresses.
    if (!pasted || !isList(event.target) || !/[\s,;]/.test(pasted)) return;
    event.preventDefault();
    insert(event.target, pasted.replace(/\r?\n/g, SEPARATOR) + SEPARATOR);
  };
  on("paste", paste);
  on("drop", paste);
  // A page can dispatch a fake composition event and never end it.
  on("compositionstart", ({ isTrusted }) => (isComposing ||= isTrusted));
  on("compositionend", () => {
    isComposing = false;
    // In some browsers, the last `input` event follows this one.
    setTimeout(settle);
  });
  return {
    whenCalm(then) {
      waiting.push(then);
      settle();
    },
    end: () => ended.abort(),
  };
}

/**
 * Tracks whether a control is being pressed. A control that is replaced between press and release gets
 * no click. Calls `released` after each press.
 */
function watchPress(dialog, signal, released) {
  const press = { isHeld: false };
  let timer;
  const hold = ({ isTrusted, button, key, target }) => {
    const isPress = key === undefined ? button === 0 : key === " " && !target.matches("input");
    if (!isTrusted || !isPress) return;
    clearTimeout(timer);
    press.isHeld = true;
  };
  const release = ({ buttons }) => {
    if (!press.isHeld || buttons) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      press.isHeld = false;
      released();
    }, CLICK_DELAY);
  };
  for (const name of ["pointerdown", "keydown"]) dialog.addEventListener(name, hold, { signal });
  const { defaultView } = dialog.ownerDocument;
  // The list of a `select` swallows `pointerup`, so a move without a pressed button ends the press, too.
  for (const name of ["pointerup", "pointercancel", "pointermove", "keyup"]) {
    defaultView.addEventListener(name, release, { signal, capture: true });
  }
  // The listener does not capture, so it is not called when an element loses the focus.
  defaultView.addEventListener("blur", release, { signal });
  return press;
}

/**
 * Records clicks and choices that cannot be carried out yet and marks their controls as busy. `end`
 * returns the controls in the order of the clicks, each with its chosen value.
 */
export function catchPresses(dialog) {
  const ended = new AbortController();
  const { signal } = ended;
  const pressed = new Map();
  const remember = (control, value) => {
    // A repeated click moves a control to the end, so that the last clicked tab wins and each control
    // acts once.
    pressed.delete(control);
    pressed.set(control, value);
    if (control.ariaBusy) return;
    control.ariaBusy = "true";
    if (control.matches(".is-primary")) control.prepend(spinner());
  };
  const press = (event) => {
    const control = event.target.closest("button, a:not([target])");
    // A button that has removed itself has already acted.
    if (!control || !dialog.contains(control)) return;
    // A link can be opened in a new tab or window without the app.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    remember(control);
  };
  const choose = ({ target }) => target.matches("select") && remember(target, target.value);
  dialog.addEventListener("click", press, { signal });
  dialog.addEventListener("change", choose, { signal });
  return {
    end() {
      ended.abort();
      return [...pressed];
    },
  };
}

/** Returns a spinner like that of the app's busy button. */
function spinner() {
  const spinner = document.createElement("span");
  spinner.className = "spinner";
  spinner.ariaHidden = "true";
  return spinner;
}
