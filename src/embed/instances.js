// The app's code: one compiled module for the page, and an instance of it for each portal, so that
// one which breaks takes no other with it.

import { script } from "./assets.js";
import { compiledOnce } from "./compile.js";

const idle = [];
const broken = new WeakSet();
const compiled = compiledOnce(APP_WASM);

/** The exports of an instance that no portal uses. A failure is not remembered. */
export async function takeApp() {
  const code = idle.pop();
  if (code && !broken.has(code)) return code;
  // Each of the two is fetched again only if it is the one that failed.
  const [{ instance }, module] = await Promise.all([script(APP_JS), compiled()]);
  const fresh = instance();
  await fresh.default({ module_or_path: module });
  return fresh;
}

/**
 * Takes back an instance whose portal has ended, for the next portal. What the portal has queued runs
 * before that, and may still break the instance.
 */
export function returnApp(code) {
  setTimeout(() => broken.has(code) || idle.push(code));
}

/** Keeps a broken instance from being used again. */
export const retireApp = (code) => broken.add(code);
