// WebAssembly on its way from the server to the compiler.

import { asset, STALL_MS } from "./assets.js";

/**
 * Returns a function that compiles a module of this build once. A failure is not remembered: the next
 * call tries again, and passes over what the failed attempt left in the browser's cache.
 */
export function compiledOnce(name) {
  let cache;
  let compiled;
  return () =>
    (compiled ??= compile(name, cache).catch((error) => {
      compiled = undefined;
      cache = "reload";
      throw error;
    }));
}

/**
 * A compiled module; `cache` as `fetch` has it. A transfer ends in an error when it stalls, not when it
 * is slow.
 */
async function compile(name, cache) {
  const stall = new AbortController();
  let timer;
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stall.abort(), STALL_MS);
  };
  alive();
  const response = await fetch(asset(name), { cache, signal: stall.signal });
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
