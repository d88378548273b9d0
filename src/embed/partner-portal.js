// The entry of an embedded portal. Importing this file does nothing; `mount` starts the code,
// the styles, the language and the first reads of the API all at once, because each of them
// waiting for the one before would cost a round trip.

import { direction, fetchMessages, matchLocale } from "./locale.js";
import { failurePanel } from "./failure.js";
import { loadApp } from "./app.js";
import { loadStyles } from "./styles.js";
import { loadTables } from "./tables.js";
import { checkElement, checkOptions } from "./options.js";
import { startReads } from "./reads.js";

// The shadow roots that are ours: a root cannot be detached, so it is used again.
const shadows = new WeakMap();
const mounted = new WeakSet();

/** Shows the portal inside `element`; resolves at once, the code follows. */
export async function mount(element, options) {
  checkElement(element, shadows, mounted);
  checkOptions(options);
  const shadow = shadows.get(element) ?? element.attachShadow({ mode: "open" });
  shadows.set(element, shadow);
  mounted.add(element);

  const locale = matchLocale(options.locale ? [options.locale] : navigator.languages);
  const listeners = new AbortController();
  let status = "checking";
  let attempt;
  let app;

  // Dispatched on the element itself; an event of a portal inside ours only bubbles through.
  const follow = (event) => {
    if (event.target === element) status = event.detail.status;
  };
  element.addEventListener("partner-portal:status", follow, { signal: listeners.signal });

  const start = async (again) => {
    const { signal } = (attempt = new AbortController());
    const root = document.createElement("div");
    root.part = "root";
    root.className = "portal-root";
    root.lang = locale;
    root.dir = direction(locale);
    root.ariaBusy = "true";
    const loading = document.createElement("div");
    loading.className = "portal-loading";
    root.append(loading);
    const styles = loadStyles();
    shadow.replaceChildren(...styles.links, root);
    status = "checking";
    try {
      const early = startReads(options, signal);
      const cache = again ? "reload" : "default";
      const [code, messages] = await Promise.all([
        loadApp(),
        fetchMessages(locale, signal, cache),
        styles.settled,
      ]);
      if (signal.aborted) return;
      root.replaceChildren();
      root.ariaBusy = null;
      app = code.mount(root, {
        ...options,
        chrome: options.chrome ?? "none",
        locale,
        early,
        messages,
        loadMessages: (tag) => fetchMessages(tag, signal, "default"),
        loadTables,
        host: element,
      });
      whenIdle(() => signal.aborted || loadTables().catch(() => {}));
    } catch {
      if (signal.aborted) return;
      attempt.abort();
      status = "failed";
      const panel = failurePanel(locale, () => start(true));
      root.ariaBusy = null;
      root.replaceChildren(panel);
      if (again) panel.querySelector("button").focus();
      const detail = { type: "load_failed", request_id: null, recoverable: true };
      element.dispatchEvent(
        new CustomEvent("partner-portal:error", { detail, bubbles: true, composed: true }),
      );
    }
  };
  start(false);

  return {
    get status() {
      return status;
    },
    unmount() {
      if (listeners.signal.aborted) return;
      listeners.abort();
      attempt.abort();
      app?.unmount();
      shadow.replaceChildren();
      mounted.delete(element);
    },
  };
}

// After the first paint: what runs then must not hold it up.
function whenIdle(task) {
  if (globalThis.requestIdleCallback) requestIdleCallback(task, { timeout: 2000 });
  else setTimeout(task, 200);
}
