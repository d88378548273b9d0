// Compiles WebAssembly modules while they download.

import { asset, STALL_MS } from "./assets.js";

/**
 * Returns a function that compiles a module of this build once. After a failure, the next call tries
 * again and bypasses the browser's cache, which may contain a broken response.
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
 * Compiles a module. `cache` is an option of `fetch`. A stalled transfer is aborted, a slow one is not.
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
  // The clone only serves to notice arriving bytes. The compiler gets the original response, because the
  // browser can match it with cached compiled code.
  observe(response.clone(), alive).finally(() => clearTimeout(timer));
  return WebAssembly.compileStreaming(response);
}

async function observe(response, alive) {
  try {
    const reader = response.body.getReader();
    while (!(await reader.read()).done) alive();
  } catch {
    // The compiler reads the same bytes and reports the error.
  }
}
