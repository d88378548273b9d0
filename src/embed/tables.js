// The time zones and Unicode tables: a second WebAssembly module that the first view can do
// without.

import { asset, script } from "./assets.js";

let cache = "default";
let loaded;

/** The tables' exports, ready to use. A failure is not remembered: the next call tries again. */
export const loadTables = () =>
  (loaded ??= load().catch((error) => {
    loaded = undefined;
    cache = "reload";
    throw error;
  }));

async function load() {
  const [code, response] = await Promise.all([
    script(TABLES_JS),
    fetch(asset(TABLES_WASM), { cache }),
  ]);
  await code.default({ module_or_path: await WebAssembly.compileStreaming(response) });
  return code;
}
