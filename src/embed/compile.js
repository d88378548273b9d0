// Compiles WebAssembly modules while they download.

import { asset } from "./assets.js";
import { fetchFile } from "./transfers.js";

/**
 * Returns a function that compiles a module of this build once. After a failure, the next call tries
 * again and bypasses the browser's cache, which may contain a broken response.
 */
export function compiledOnce(name) {
  let cache;
  let compiled;
  return () =>
    (compiled ??= WebAssembly.compileStreaming(fetchFile(asset(name), { cache })).catch((error) => {
      compiled = undefined;
      cache = "reload";
      throw error;
    }));
}
