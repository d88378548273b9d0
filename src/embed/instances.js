// The app's code: one compiled module for the page, and an instance of it for each portal, so that
// one which breaks takes no other with it.

import { script } from "./assets.js";
import { compile } from "./compile.js";

const idle = [];
const broken = new WeakSet();
/** How the code is fetched, as `fetch` has it. */
let cache;
let compiled;

/** The exports of an instance that no portal uses. A failure is not remembered. */
export async function takeApp() {
  const code = idle.pop();
  if (code && !broken.has(code)) return code;
  try {
    const [{ instance }, module] = await Promise.all([script(APP_JS), (compiled ??= compile(APP_WASM, cache))]);
    const fresh = instance();
    await fresh.default({ module_or_path: module });
    return fresh;
  } catch (error) {
    compiled = undefined;
    // What a failed attempt left in the browser's cache is passed over.
    cache = "reload";
    throw error;
  }
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
