// Manages the app's code: one compiled module per page and one instance per portal, so that a crashed
// portal does not affect the others.

import { script } from "./assets.js";
import { compiledOnce } from "./compile.js";

const idle = [];
const broken = new WeakSet();
const compiled = compiledOnce(APP_WASM);

/** Returns the exports of an unused instance. After a failure, the next call tries again. */
export async function takeApp() {
  const code = idle.pop();
  if (code && !broken.has(code)) return code;
  // On a retry, only the file that failed is fetched again.
  const [{ instance }, module] = await Promise.all([script(APP_JS), compiled()]);
  const fresh = instance();
  await fresh.default({ module_or_path: module });
  return fresh;
}

/**
 * Makes an instance available to the next portal after its portal has ended. Tasks that the portal has
 * queued run before that and may still break the instance.
 */
export function returnApp(code) {
  setTimeout(() => broken.has(code) || idle.push(code));
}

/** Prevents further use of a broken instance. */
export const retireApp = (code) => broken.add(code);
