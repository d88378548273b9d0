// A portal in an element: it starts reads, first view, styles, language and code, hands them to the
// app, and shows a panel when one of them fails or the code breaks.

import { json, script } from "./assets.js";
import { emit, tellError } from "./emit.js";
import { frame } from "./frame.js";
import { retireApp, returnApp, takeApp } from "./instances.js";
import { loadFailure } from "./load_failure.js";
import { fetchMessages, firstViewOf, matchLocale } from "./locale.js";
import { scopeOf, startReads } from "./reads.js";
import { loadStyles } from "./styles.js";

/** How long the code waits for the first view, from which it must not take the line. */
const PATIENCE_MS = 1000;

export class Portal {
  /** As the handle has it. */
  status = "checking";
  #element;
  #shadow;
  #settings;
  /** Ends with an attempt to start: requests, timers, and whatever is still to come. */
  #attempt;
  #root;
  /** Holds what the app draws, and the first view. */
  #container;
  /** The sentences so far, by language. */
  #known = {};
  /** What is drawn before the code is there, until the app has taken it over. */
  get #firstView() {
    return this.#drawn?.isOver ? undefined : this.#drawn;
  }

  set #firstView(drawn) {
    this.#drawn = drawn;
  }

  #drawn;
  /** The app's handle, and the code that it runs on. */
  #app;
  #code;

  constructor(element, shadow, options) {
    this.#element = element;
    this.#shadow = shadow;
    // As the browser writes it in `location`.
    const basePath = new URL(options.basePath, location).pathname;
    this.#settings = { ...options, basePath, chrome: options.chrome ?? "none" };
  }

  /** Begins, or begins anew. */
  async start(isRepeated) {
    const { signal } = (this.#attempt = new AbortController());
    const locale = this.#locale();
    // What was typed into the first view outlives a failed attempt.
    const styled = this.#firstView ? this.#firstView.tell() : this.#frame(locale, signal);
    this.status = "checking";
    this.#element.addEventListener("partner-portal:status", this.#follow, { signal });
    let taken;
    let code;
    try {
      // In this order: a connection that is slow brings first what is drawn first.
      const scope = scopeOf(this.#settings);
      const reading = this.#startReads(scope, signal);
      const drawn = this.#draw(reading, scope, styled, locale, signal);
      const messages = this.#messages(locale, signal, isRepeated ? "reload" : undefined);
      // What fails before the code has begun is told of afterwards.
      for (const early of [reading, messages]) early.catch(() => {});
      await atMost(PATIENCE_MS, drawn);
      signal.throwIfAborted();
      taken = takeApp();
      // Begun while there is a network: it is needed when there is none.
      loadFailure();
      const ready = await Promise.all([taken, reading, messages, styled]);
      signal.throwIfAborted();
      code = ready[0];
      this.#run(locale, ...ready);
    } catch (error) {
      if (code) return this.#break(code, error);
      // Code that nobody has begun to use serves the next portal.
      taken?.then(returnApp, () => {});
      if (!signal.aborted) this.#fail("load_failed", isRepeated, error);
    }
  }

  /** Takes over what the host has changed. */
  update(changes) {
    Object.assign(this.#settings, changes);
    if ("appearance" in changes) {
      this.#paint();
      this.#code?.fit(this.#root, this.#settings);
    }
    const locale = "locale" in changes ? this.#locale() : undefined;
    this.#app?.update({ ...changes, locale });
  }

  /** Leaves nothing behind. */
  end() {
    this.#attempt.abort();
    this.#firstView?.end();
    // The code, which serves the next portal, still knows this one.
    this.#firstView = undefined;
    this.#leave();
    this.#shadow.replaceChildren();
  }

  #locale() {
    // What the shell asks for comes first, then what the browser does.
    return matchLocale([this.#settings.locale, ...navigator.languages].filter(Boolean));
  }

  // Dispatched on the element itself; an event of a portal inside ours only bubbles through, and one
  // that the page made under this name need not say anything.
  #follow = ({ target, detail }) => {
    if (target === this.#element) this.status = detail?.status ?? this.status;
  };

  /** The sentences of a language, fetched once, with the host's own in place of ours. */
  async #messages(locale, signal, cache) {
    const own = this.#settings.messages;
    const [ours, overrides] = await Promise.all([
      this.#known[locale] ?? fetchMessages(locale, signal, cache),
      own && script(OVERRIDES_JS),
    ]);
    this.#known[locale] = ours;
    const tell = () => tellError(this.#element, "message_override_invalid");
    return overrides ? overrides.apply(own, locale, ours, tell) : ours;
  }

  async #startReads(scope, signal) {
    const { apiBase, getToken } = this.#settings;
    // The API never redirects: only a gateway does, to its sign-in page.
    const how = { signal, redirect: "manual" };
    let send = (url) => fetch(url, how);
    let authorised;
    if (getToken) {
      const { authorisedFetch } = await script(TOKEN_JS);
      const session = new URL(`${apiBase}/session`, location).href;
      authorised = authorisedFetch(getToken, session, signal, () =>
        tellError(this.#element, "token_failed"),
      );
      send = (url) => authorised(new Request(url, how));
    }
    return { authorised, ...startReads(apiBase, scope, send) };
  }

  /** Draws the first view, if the answers ask for it and the code is not there before. */
  async #draw(reading, { environment }, styled, locale, signal) {
    // It has our sentences alone.
    if (this.#settings.messages) return;
    const [{ draw }, view, facts] = await Promise.all([
      script(FIRST_VIEW_JS),
      json(firstViewOf(locale, environment), signal),
      reading.then(({ answers }) => answers),
      styled,
    ]);
    if (signal.aborted || this.#app || this.#firstView) return;
    this.#firstView = draw(this.#container, view, facts);
    if (this.#firstView) this.#root.ariaBusy = null;
  }

  #run(locale, code, reading, messages) {
    const { signal } = this.#attempt;
    this.#container.querySelector(":scope > .gate-panel")?.remove();
    this.#root.ariaBusy = null;
    this.#code = code;
    this.#app = code.run(this.#container, this.#settings, reading, signal, {
      locale,
      messages,
      firstView: this.#firstView,
      loadMessages: (tag) => this.#messages(tag, signal),
      onPanic: (file, line) => this.#break(code, `stopped at ${file}:${line}`),
      host: this.#element,
    });
    if (this.#locale() !== locale) this.#app.update({ locale: this.#locale() });
  }

  /** The code has broken: everything that it shows is taken away, and the code not used again. */
  #break(code, reason) {
    const { signal } = this.#attempt;
    retireApp(code);
    // Taking the view away calls the broken code: not before it has come to its end.
    queueMicrotask(() => {
      if (signal.aborted || code !== this.#code) return;
      const texts = this.#firstView?.texts();
      this.#leave();
      this.#firstView = this.#firstView?.again(texts);
      this.#fail("panic", true, reason);
    });
  }

  #leave() {
    const app = this.#app;
    const code = this.#code;
    this.#app = this.#code = undefined;
    try {
      app?.unmount();
    } catch {
      // What is broken cannot always clean up.
      retireApp(code);
    }
    if (code) returnApp(code);
  }

  async #fail(type, takesFocus, reason) {
    const attempt = this.#attempt;
    attempt.abort();
    this.status = "failed";
    const { failurePanel } = await loadFailure();
    // Meanwhile the portal may have been taken away.
    if (!this.#root.isConnected || attempt !== this.#attempt) return;
    const again = () => this.start(true);
    const panel = failurePanel(this.#locale(), type, again, reason, this.#settings.chrome);
    this.#root.ariaBusy = null;
    if (this.#firstView) {
      this.#firstView.tell(panel);
    } else {
      this.#root.replaceChildren(panel);
      if (takesFocus) panel.querySelector("button").focus();
    }
    emit(this.#element, "status", { status: "failed", revision: null });
    tellError(this.#element, type);
  }

  /** Puts into the shadow root what stands there from the start; resolves when it has its style. */
  #frame(locale, signal) {
    const styles = loadStyles(signal);
    ({ root: this.#root, container: this.#container } = frame(locale));
    this.#shadow.replaceChildren(...styles.links, this.#root);
    this.#paint();
    return styles.settled;
  }

  #paint() {
    const { colorScheme = "auto", variables } = this.#settings.appearance ?? {};
    const { style } = this.#root;
    style.cssText = "";
    // Nothing at all lets the page's own scheme go on: a browser takes any word for a scheme, this too.
    if (colorScheme !== "auto") style.colorScheme = colorScheme;
    for (const name in variables) style.setProperty(name, variables[name]);
  }
}

/** Resolves when `task` has ended in any way, or after so many milliseconds. */
async function atMost(milliseconds, task) {
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, milliseconds)));
  // The first view can be done without.
  await Promise.race([task.catch(() => {}), late]);
  clearTimeout(timer);
}
