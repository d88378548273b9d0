// Shows the modal before the app's code has loaded: a modal dialog with working text inputs. The app
// takes over the dialog and its inputs.

import { keepOpen } from "./keep_open.js";
import { catchPresses, keepTyping } from "./early_input.js";
import { tree } from "./tree.js";

const TITLE = "#required-information-title";
const SHARED = "operational_shared";
const isRequired = ({ rule }) => rule === "required";
const isInTheWay = ({ state }) => state === "missing" || state === "invalid";

/** Draws the first view into `container` if the API's answers require it. */
export const draw = (container, view, answers) =>
  answers && isAskedFor(view, answers) ? new FirstView(container, view, answers) : undefined;

/**
 * Returns true if the account is locked and has no contact information yet, the user may edit it, and
 * `view` was made for the same environment.
 */
function isAskedFor(view, { completion, contactInformation }) {
  const alerts = completion.requirements.find(({ field }) => field === "alert_contacts");
  return (
    !completion.complete &&
    completion.can_edit &&
    completion.revision === 0 &&
    contactInformation.revision === 0 &&
    (alerts?.state === "deferred") === view.defers
  );
}

/** The drawn view until the app takes it over. */
class FirstView {
  user;
  account;
  dialog;
  opener;
  /** True once the app controls the dialog or the view has been removed. */
  isOver = false;
  #container;
  #view;
  #answers;
  /** The initial text of the shared address input. */
  #suggested;
  #keptOpen;
  #presses;
  #typing;
  #told;
  /** The paths to the current counterparts of controls that were clicked early. */
  #early = [];

  /**
   * Shows the dialog in `container`, which must be rendered. `texts` maps the inputs' ids to their
   * texts.
   */
  constructor(container, view, answers, texts = {}) {
    const { session, account, details } = answers;
    this.#container = container;
    this.#view = view;
    this.#answers = answers;
    this.user = session.user.id;
    this.account = account.id;
    const values = {
      account: account.name,
      help: account.help_url,
      here: answers.path,
      platform: session.platform.name,
      support: account.support_url,
      user: session.user.name,
      Progress: progressText(view, answers),
    };
    this.dialog = tree(view.dialog, values);
    this.#suit();
    this.#suggested = details.default_brand.support_email;
    const shared = this.textBox(SHARED);
    if (shared) shared.value = this.#suggested;
    for (const id in texts) {
      const box = this.textBox(id);
      if (box) box.value = texts[id];
    }
    container.append(this.dialog);
    const active = container.getRootNode().activeElement ?? document.activeElement;
    this.opener = active === document.body ? undefined : active;
    this.#keptOpen = keepOpen(this.dialog, container, this.dialog.querySelector(TITLE));
    this.#presses = catchPresses(this.dialog);
    this.#typing = keepTyping(this.dialog);
  }

  /** Returns the input with this id. */
  textBox(id) {
    return this.dialog.querySelector(`input[id="${id}"]`);
  }

  /** Returns true if the user has changed the text of an input. */
  isTyped(id) {
    return this.textBox(id).value !== (id === SHARED ? this.#suggested : "");
  }

  /** The element in the dialog that has the focus, or had it before the dialog was closed. */
  get focused() {
    const focused = this.#keptOpen.focused();
    return this.dialog.contains(focused) ? focused : undefined;
  }

  /** Returns the texts of the inputs by id. */
  texts() {
    const boxes = [...this.dialog.querySelectorAll("input[id]")];
    return Object.fromEntries(boxes.map(({ id, value }) => [id, value]));
  }

  /** Calls `then` when no text is being composed with an input method and no control is pressed. */
  whenCalm(then) {
    this.#typing.whenCalm(then);
  }

  /** Replaces the drawn content by that of an element. Inputs and focus are kept. */
  replace(content) {
    const { dialog } = this;
    this.#told?.remove();
    const focused = this.#container.getRootNode().activeElement;
    const way = wayTo(focused, dialog);
    const scrolled = scroller(dialog)?.scrollTop ?? 0;
    const drawn = [...dialog.childNodes];
    const boxes = [...content.querySelectorAll("[data-text-box]")].map((place) => [
      place,
      this.textBox(place.dataset.textBox),
    ]);
    dialog.append(...content.childNodes);
    for (const [place, box] of boxes) move(box, place);
    const early = ([control, value]) => ({ way: wayTo(control, dialog), value });
    this.#early = this.#presses.end().map(early);
    this.#typing.end();
    for (const node of drawn) node.remove();
    scroller(dialog).scrollTop = scrolled;
    if (way && !dialog.contains(focused)) {
      (at(way, dialog) ?? dialog.querySelector(TITLE)).focus({ preventScroll: true });
    }
  }

  /** Hands the dialog over to the app and repeats early clicks. */
  release() {
    this.isOver = true;
    this.#keptOpen.end();
    for (const { way, value } of this.#early) act(at(way, this.dialog), value);
  }

  /** Removes the dialog and everything typed into it. */
  end() {
    this.isOver = true;
    this.#keptOpen.end();
    this.#presses.end();
    this.#typing.end();
    this.dialog.close();
    this.dialog.remove();
  }

  /** Shows a panel above the fields, or removes it. */
  tell(panel) {
    const hasFocus = this.#told?.contains(this.#container.getRootNode().activeElement);
    this.#told?.remove();
    this.#told = panel;
    if (hasFocus) this.dialog.querySelector(TITLE).focus({ preventScroll: true });
    if (panel) scroller(this.dialog).prepend(panel);
  }

  /** Returns a new first view with these texts, after the app has failed to take this one over. */
  again(texts) {
    this.end();
    // Removes remains of the app.
    this.#container.replaceChildren();
    return new FirstView(this.#container, this.#view, this.#answers, texts);
  }

  /** Adapts the fields to the requirements of this account. */
  #suit() {
    for (const { field, rule } of this.#answers.completion.requirements) {
      const control = this.dialog.querySelector(`[id="${field}"]`);
      const around = control?.closest(".field");
      if (rule === "unavailable") around?.remove();
      else if (around && rule !== "required") {
        around.querySelector(".field-required").textContent = this.#view.optional;
        control.removeAttribute("aria-required");
      }
    }
    const { named, usual } = this.#answers;
    for (const link of this.dialog.querySelectorAll("a:not([target])")) {
      const [path, query] = link.getAttribute("href").split("?env=");
      const environment = query ?? "sandbox";
      const kept = [environment !== usual && `env=${environment}`, named && `account=${encodeURIComponent(named)}`];
      link.setAttribute("href", [path, kept.filter(Boolean).join("&")].filter(Boolean).join("?"));
    }
    this.dialog.querySelector("select").value = this.#view.locale;
    const counted = counts(this.#answers);
    const track = this.dialog.querySelector("[role=progressbar]");
    track.ariaValueMax = counted.all;
    track.ariaValueNow = counted.met;
    track.firstChild.style.inlineSize = `${Math.floor((100 * counted.met) / (counted.all || 1))}%`;
  }
}

/** Returns the numbers of counted and met requirements, by the contract's rules. */
function counts({ completion }) {
  const counted = completion.requirements.filter(
    (it) => (isRequired(it) && it.state !== "deferred") || isInTheWay(it),
  );
  return { all: counted.length, met: counted.filter((it) => !isInTheWay(it)).length };
}

function progressText({ locale, progress }, answers) {
  const { all, met } = counts(answers);
  const form = progress[new Intl.PluralRules(locale).select(all)] ?? progress.other;
  return form.replace("{count}", all).replace("{met}", `\u2068${met}\u2069`);
}

const scroller = (dialog) => dialog.querySelector(".dialog-body:last-of-type");

/**
 * Returns the path of child indices from the dialog to a node, or `undefined` if the dialog does not
 * contain it.
 */
function wayTo(node, dialog) {
  if (!dialog.contains(node)) return undefined;
  const way = [];
  for (; node !== dialog; node = node.parentElement) {
    way.unshift([...node.parentElement.children].indexOf(node));
  }
  return way;
}

const at = (way, dialog) => way?.reduce((node, index) => node?.children[index], dialog);

/** Clicks a control, or chooses a value in it. */
function act(control, value) {
  if (value === undefined) return control?.click();
  control.value = value;
  control.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Moves an input to a placeholder. Without `moveBefore`, the input loses the focus and gets it back. */
function move(box, place) {
  const around = place.parentElement;
  const { selectionStart, selectionEnd, selectionDirection } = box;
  const isFocused = box.getRootNode().activeElement === box;
  if (around.moveBefore) around.moveBefore(box, place);
  else quietly(() => around.insertBefore(box, place));
  place.remove();
  if (!isFocused || around.moveBefore) return;
  quietly(() => box.focus({ preventScroll: true }));
  box.setSelectionRange(selectionStart, selectionEnd, selectionDirection);
}

/** Runs a function that moves the focus briefly, and hides its focus events. */
function quietly(act) {
  const names = ["blur", "focusout", "focus", "focusin"];
  const stop = (event) => event.stopImmediatePropagation();
  for (const name of names) addEventListener(name, stop, true);
  act();
  for (const name of names) removeEventListener(name, stop, true);
}
