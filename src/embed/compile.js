// WebAssembly on its way from the server to the compiler.

import { asset, STALL_MS } from "./assets.js";

/**
 * A compiled module of this build; `cache` as `fetch` has it. A transfer ends in an error when it
 * stalls, not when it is slow.
 */
export async function compile(name, cache) {
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
