// The app's code: one compiled module for the page, and an instance of it for each portal, so that
// one which breaks takes no other with it.

import { asset, script, STALL_MS } from "./assets.js";

const idle = [];
/** How the code is fetched, as `fetch` has it. */
let cache;
let compiled;

/** The exports of an instance that no portal uses. A failure is not remembered. */
export async function takeApp() {
  const code = idle.pop();
  if (code) return code;
  try {
    const [{ instance }, module] = await Promise.all([script(APP_JS), (compiled ??= compile())]);
    const fresh = instance();
    await fresh.default({ module_or_path: module });
    return fresh;
  } catch (error) {
    compiled = undefined;
    // What a failed attempt left in the browser's cache is passed over.
    cache = "reload";
    throw error;
  }
}

/** Takes back an instance whose portal is gone: the next portal uses it. */
export function returnApp(code) {
  idle.push(code);
}

/** A transfer ends in an error when it stalls, not when it is slow. */
async function compile() {
  const stall = new AbortController();
  let timer;
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stall.abort(), STALL_MS);
  };
  alive();
  const response = await fetch(asset(APP_WASM), { cache, signal: stall.signal });
  // The copy only shows that bytes arrive; the compiler gets the response itself, which the browser
  // can match with compiled code that it kept.
  observe(response.clone(), alive).finally(() => clearTimeout(timer));
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
