// Runs a portal in an element: starts requests, first view, styles, language and code, passes them to
// the app, and shows a panel if one of them fails or the code crashes.

import { json, script } from "./assets.js";
import { emit, tellError } from "./emit.js";
import { frame } from "./frame.js";
import { retireApp, returnApp, takeApp } from "./instances.js";
import { loadFailure } from "./load_failure.js";
import { fetchMessages, firstViewOf, matchLocale } from "./locale.js";
import { scopeOf, startReads } from "./reads.js";
import { loadStyles } from "./styles.js";

/** The maximum time that loading the code waits for the first view, which needs the bandwidth first. */
const PATIENCE_MS = 1000;

export class Portal {
  /** The status that the handle returns. */
  status = "checking";
  #element;
  #shadow;
  #settings;
  /** Aborts the requests, timers and pending steps of the current attempt to start. */
  #attempt;
  #root;
  /** The container for the app's content and the first view. */
  #container;
  /** The sentences loaded so far, by language. */
  #known = {};
  /** The first view, until the app has taken it over. */
  get #firstView() {
    return this.#drawn?.isOver ? undefined : this.#drawn;
  }

  set #firstView(drawn) {
    this.#drawn = drawn;
  }

  #drawn;
  /** The app's handle and the code on which it runs. */
  #app;
  #code;

  constructor(element, shadow, options) {
    this.#element = element;
    this.#shadow = shadow;
    // Normalizes the path as the browser does in `location`.
    const basePath = new URL(options.basePath, location).pathname;
    this.#settings = { ...options, basePath, chrome: options.chrome ?? "none" };
  }

  /** Starts the portal, or starts it again. */
  async start(isRepeated) {
    const { signal } = (this.#attempt = new AbortController());
    const locale = this.#locale();
    // Text typed into the first view survives a failed attempt.
    const styled = this.#firstView ? this.#firstView.tell() : this.#frame(locale, signal);
    this.status = "checking";
    this.#element.addEventListener("partner-portal:status", this.#follow, { signal });
    let taken;
    let code;
    try {
      // Requests start in this order, so that on a slow connection the first visible parts arrive first.
      const scope = scopeOf(this.#settings);
      const reading = this.#startReads(scope, signal);
      const drawn = this.#draw(reading, scope, styled, locale, signal);
      const messages = this.#messages(locale, signal, isRepeated ? "reload" : undefined);
      // Errors before the code has started are reported later, when their promises are awaited.
      for (const early of [reading, messages]) early.catch(() => {});
      await atMost(PATIENCE_MS, drawn);
      signal.throwIfAborted();
      taken = takeApp();
      // Loaded while the network works, because it is needed when the network fails.
      loadFailure();
      const ready = await Promise.all([taken, reading, messages, styled]);
      signal.throwIfAborted();
      code = ready[0];
      this.#run(locale, ...ready);
    } catch (error) {
      if (code) return this.#break(code, error);
      // The next portal can use code that has not been started.
      taken?.then(returnApp, () => {});
      if (!signal.aborted) this.#fail("load_failed", isRepeated, error);
    }
  }

  /** Applies the host's changes. */
  update(changes) {
    Object.assign(this.#settings, changes);
    if ("appearance" in changes) {
      this.#paint();
      this.#code?.fit(this.#root, this.#settings);
    }
    const locale = "locale" in changes ? this.#locale() : undefined;
    this.#app?.update({ ...changes, locale });
  }

  /** Ends the portal and removes everything. */
  end() {
    this.#attempt.abort();
    this.#firstView?.end();
    // The code keeps a reference to this portal and serves the next one.
    this.#firstView = undefined;
    this.#leave();
    this.#shadow.replaceChildren();
  }

  #locale() {
    // The host's language takes precedence over the browser's.
    return matchLocale([this.#settings.locale, ...navigator.languages].filter(Boolean));
  }

  // Only events dispatched on the element itself count, because events of nested portals bubble through
  // it. An event that the page dispatched under this name may have no detail.
  #follow = ({ target, detail }) => {
    if (target === this.#element) this.status = detail?.status ?? this.status;
  };

  /** Returns the sentences of a language, fetched once, with the host's sentences in place of ours. */
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
    // The API never redirects. Only a gateway does, to its sign-in page.
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

  /** Draws the first view if the answers require it and the app has not started before. */
  async #draw(reading, { environment }, styled, locale, signal) {
    // The first view only has our own sentences.
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
    code.onTrap((error) => this.#break(code, error));
    this.#app = code.run(this.#container, this.#settings, reading, signal, {
      locale,
      messages,
      firstView: this.#firstView,
      loadMessages: (tag) => this.#messages(tag, signal),
      host: this.#element,
    });
    if (this.#locale() !== locale) this.#app.update({ locale: this.#locale() });
  }

  /** Handles a crash of the code: removes everything that it shows and stops using it. */
  #break(code, reason) {
    const { signal } = this.#attempt;
    retireApp(code);
    // Removing the view calls the crashed code, so it must first return.
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
      // Crashed code cannot always clean up.
      retireApp(code);
    }
    if (code) returnApp(code);
  }

  async #fail(type, takesFocus, reason) {
    const attempt = this.#attempt;
    attempt.abort();
    this.status = "failed";
    const { failurePanel } = await loadFailure();
    // The portal may have been removed meanwhile.
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

  /** Fills the shadow root with its initial content. Resolves when the styles have loaded. */
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
    // Without a value, the page's colour scheme is inherited. `auto` would not do: browsers accept any
    // word as a colour scheme.
    if (colorScheme !== "auto") style.colorScheme = colorScheme;
    for (const name in variables) style.setProperty(name, variables[name]);
  }
}

/** Resolves when `task` has settled, or after this many milliseconds. */
async function atMost(milliseconds, task) {
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, milliseconds)));
  // The first view is optional.
  await Promise.race([task.catch(() => {}), late]);
  clearTimeout(timer);
}
