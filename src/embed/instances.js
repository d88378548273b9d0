// The app's code: one compiled module for the page, and an instance of it for each portal, so that
// one which breaks takes no other with it.

import { asset, STALL_MS } from "./assets.js";

const idle = [];
let imports = 0;
let failures = 0;
let compiled;

/** The exports of an instance that no portal uses. A failure is not remembered. */
export async function takeApp() {
  const code = idle.pop();
  if (code) return code;
  try {
    // A script is evaluated once for each address: another address is another instance. It also
    // passes over what a failed attempt left in the module map.
    const script = asset(APP_JS) + (imports ? `?${imports}` : "");
    imports += 1;
    const [fresh, module] = await Promise.all([
      patient((alive) => (alive(), import(script))),
      (compiled ??= patient(compile)),
    ]);
    await fresh.default({ module_or_path: module });
    return fresh;
  } catch (error) {
    compiled = undefined;
    failures += 1;
    throw error;
  }
}

/** Takes back an instance whose portal is gone: the next portal uses it. */
export function returnApp(code) {
  idle.push(code);
}

/** Waits for as long as something arrives; each call of `alive` says that it does. */
async function patient(load) {
  const stall = new AbortController();
  let timer;
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stall.abort(), STALL_MS);
  };
  try {
    const stalled = new Promise((_, reject) => {
      stall.signal.onabort = () => reject(stall.signal.reason);
    });
    return await Promise.race([stalled, load(alive, stall.signal)]);
  } finally {
    clearTimeout(timer);
  }
}

async function compile(alive, signal) {
  alive();
  // What a failed attempt left in the browser's cache is passed over.
  const response = await fetch(asset(APP_WASM), { cache: failures ? "reload" : "default", signal });
  // The copy only shows that bytes arrive; the compiler gets the response itself, which the
  // browser can match with compiled code that it kept.
  observe(response.clone(), alive);
  return WebAssembly.compileStreaming(response);
}

async function observe(response, alive) {
  try {
    const reader = response.body.getReader();
    while (!(await reader.read()).done) alive();
  } catch {
    // The compiler reads the same bytes and reports what is wrong with them.
  }
}
