// The time zones and Unicode tables: a second WebAssembly module that the first view can do
// without.

import { script } from "./assets.js";
import { compiledOnce } from "./compile.js";

const compiled = compiledOnce(TABLES_WASM);
let loaded;

/** The tables' exports, ready to use. A failure is not remembered: the next call tries again. */
export const loadTables = () =>
  (loaded ??= load().catch((error) => {
    loaded = undefined;
    throw error;
  }));

async function load() {
  // Each of the two is fetched again only if it is the one that failed.
  const [code, module] = await Promise.all([script(TABLES_JS), compiled()]);
  await code.default({ module_or_path: module });
  return code;
}
