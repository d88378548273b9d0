// What the app is given when it runs. It comes with the app's own script, so that the entry stays
// small.

// The script that wasm-bindgen writes: the build says where it is.
import { mount } from "wasm-app";
import { script } from "./assets.js";
import { tellError } from "./emit.js";
import { formatLocale } from "./format_locale.js";

export { default } from "wasm-app";

/** What the first view can do without. */
const later = () => script(LATER_JS);

/**
 * Draws the portal into `container`, which stands in the portal's root. `settings` are the host's
 * options, which may change; `reading` is what the reads have brought so far, and `signal` ends with
 * the portal.
 */
export function run(container, settings, reading, signal, given) {
  const root = container.parentElement;
  const { onNavigate } = settings;
  const app = mount(container, {
    ...settings,
    ...reading,
    ...given,
    formatLocale: (tag) => formatLocale(tag, [settings.locale, ...navigator.languages]),
    loadCities: async (tag) => (await later()).fetchCities(tag, signal),
    loadTables: async () => (await later()).loadTables(),
    tellHost: onNavigate && ((path, replace) => onNavigate(path, { replace })),
  });
  whenIdle(async () => {
    const { fitAppearance, hasStyles } = await later();
    if (signal.aborted) return;
    const isStyled = await hasStyles(root);
    if (signal.aborted) return;
    if (isStyled) fitAppearance(root, settings.appearance);
    else tellError(given.host, "styles_not_loaded");
  });
  return app;
}

/** Mends what cannot be read in the host's colours, once they have changed. */
export function fit(root, { appearance }) {
  whenIdle(async () => (await later()).fitAppearance(root, appearance));
}

// After the first paint: what runs then must not hold it up.
function whenIdle(task) {
  const quietly = () => task().catch(() => {});
  if (globalThis.requestIdleCallback) requestIdleCallback(quietly, { timeout: 2000 });
  else setTimeout(quietly, 200);
}
