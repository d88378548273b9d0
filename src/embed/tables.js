// The time zones and Unicode tables: a second WebAssembly module that the first view can do
// without.

import { asset } from "./assets.js";

let attempts = 0;
let loaded;

/** The tables' exports, ready to use. A failure is not remembered: the next call tries again. */
export const loadTables = () =>
  (loaded ??= load().catch((error) => {
    loaded = undefined;
    attempts += 1;
    throw error;
  }));

async function load() {
  const script = asset(TABLES_JS) + (attempts ? `?attempt=${attempts}` : "");
  const cache = attempts ? "reload" : "default";
  const [code, response] = await Promise.all([
    import(script),
    fetch(asset(TABLES_WASM), { cache }),
  ]);
  await code.default({ module_or_path: await WebAssembly.compileStreaming(response) });
  return code;
}
