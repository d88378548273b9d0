// What a user does in the first view before the app's code is there.

/** What ends an entry in a list of addresses while it is typed. */
const SEPARATOR = ", ";

/** A touch's click comes up to this many milliseconds after the finger is lifted. */
const CLICK_DELAY = 300;

/**
 * Keeps what is typed as the app would: Enter and a pasted list end entries, and what the browser fills
 * in goes to the box alone for which it was chosen.
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
    // Safari ends a composition before the key that ended it, and marks that key by its code alone.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    insert(event.target, SEPARATOR);
  });
  const paste = (event) => {
    const pasted = (event.clipboardData ?? event.dataTransfer)?.getData("text").trim();
    // A box would swallow line ends and run addresses together.
    if (!pasted || !isList(event.target) || !/[\s,;]/.test(pasted)) return;
    event.preventDefault();
    insert(event.target, pasted.replace(/\r?\n/g, SEPARATOR) + SEPARATOR);
  };
  on("paste", paste);
  on("drop", paste);
  // A page can dispatch what is no composition, and never end it.
  on("compositionstart", ({ isTrusted }) => (isComposing ||= isTrusted));
  on("compositionend", () => {
    isComposing = false;
    // The last `input` comes after it in some browsers.
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
 * Tells whether a control is being pressed: a control that is replaced between press and release gets
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
  // The list of a `select` swallows `pointerup`, so a move without a button ends the press, too.
  for (const name of ["pointerup", "pointercancel", "pointermove", "keyup"]) {
    defaultView.addEventListener(name, release, { signal, capture: true });
  }
  // Only the window's own: this phase does not meet that of an element.
  defaultView.addEventListener("blur", release, { signal });
  return press;
}

/**
 * Remembers what is pressed or chosen and cannot act yet, and shows that it is on its way. `end` returns
 * the controls in the order of the presses, each with the value that was chosen in it.
 */
export function catchPresses(dialog) {
  const ended = new AbortController();
  const { signal } = ended;
  const pressed = new Map();
  const remember = (control, value) => {
    // The last wish for a tab counts, and each other one once.
    pressed.delete(control);
    pressed.set(control, value);
    if (control.ariaBusy) return;
    control.ariaBusy = "true";
    if (control.matches(".is-primary")) control.prepend(spinner());
  };
  const press = (event) => {
    const control = event.target.closest("button, a:not([target])");
    // A button that takes itself away has acted already.
    if (!control || !dialog.contains(control)) return;
    // A link can be opened beside the page without the code.
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

/** As the app's busy button has it. */
function spinner() {
  const spinner = document.createElement("span");
  spinner.className = "spinner";
  spinner.ariaHidden = "true";
  return spinner;
}
