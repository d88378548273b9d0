// The time zones and Unicode tables: a second WebAssembly module that the first view can do
// without.

import { script } from "./assets.js";
import { compile } from "./compile.js";

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
  const [code, module] = await Promise.all([script(TABLES_JS), compile(TABLES_WASM, cache)]);
  await code.default({ module_or_path: module });
  return code;
}
