// The app's code: one WebAssembly module for all portals of the page.

import { asset, STALL_MS } from "./assets.js";

let attempts = 0;
let loaded;

/** The app's exports, ready to use. A failure is not remembered: the next call tries again. */
export const loadApp = () =>
  (loaded ??= load().catch((error) => {
    loaded = undefined;
    attempts += 1;
    throw error;
  }));

async function load() {
  const stall = new AbortController();
  let timer;
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stall.abort(), STALL_MS);
  };
  alive();
  try {
    const stalled = new Promise((_, reject) => {
      stall.signal.onabort = () => reject(stall.signal.reason);
    });
    // What a failed attempt left in a cache, the browser's or the module map, is passed over.
    const cache = attempts ? "reload" : "default";
    const script = asset(APP_JS) + (attempts ? `?attempt=${attempts}` : "");
    const compiled = fetch(asset(APP_WASM), { cache, signal: stall.signal }).then((response) => {
      // The copy only shows that bytes arrive; the compiler gets the response itself, which the
      // browser can match with compiled code that it kept.
      observe(response.clone(), alive);
      return WebAssembly.compileStreaming(response);
    });
    const [code, module] = await Promise.race([stalled, Promise.all([import(script), compiled])]);
    await code.default({ module_or_path: module });
    return code;
  } finally {
    clearTimeout(timer);
  }
}

async function observe(response, alive) {
  try {
    const reader = response.body.getReader();
    while (!(await reader.read()).done) alive();
  } catch {
    // The compiler reads the same bytes and reports what is wrong with them.
  }
}
