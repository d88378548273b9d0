// Loads the time zones and Unicode tables: a second WebAssembly module that the first view does not
// need.

import { script } from "./assets.js";
import { compiledOnce } from "./compile.js";

const compiled = compiledOnce(TABLES_WASM);
let loaded;

/** Returns the initialized exports of the tables module. After a failure, the next call tries again. */
export const loadTables = () =>
  (loaded ??= load().catch((error) => {
    loaded = undefined;
    throw error;
  }));

async function load() {
  // On a retry, only the file that failed is fetched again.
  const [code, module] = await Promise.all([script(TABLES_JS), compiled()]);
  await code.default({ module_or_path: module });
  return code;
}
