// Loads other files of this build. They are in the same folder as this file.

import { fetchFile, unlessStalled } from "./transfers.js";

// A bundler treats `new URL(…, import.meta.url)` as a file to be bundled, but not this variable.
const here = import.meta.url;

/** Returns the address of a file of this build. Throws in a bundle, whose other files are unknown. */
export function asset(name) {
  // Bundlers replace `import.meta.url` by nothing or by a path of the machine that built the page.
  if (!here || here.startsWith("file:"))
    throw new Error("partner-portal: bundled; load it with loadPartnerPortal");
  return new URL(name, here).href;
}

const scripts = {};
const failures = {};

/** Imports a script of this build. A script that failed to load is requested again on the next call. */
export const script = (name) =>
  (scripts[name] ??= load(name).catch((error) => {
    scripts[name] = undefined;
    failures[name] = (failures[name] ?? 0) + 1;
    throw error;
  }));

async function load(name) {
  // The browser caches the failure of an import by address, so a retry uses a different address.
  const address = asset(name) + (failures[name] ? `?${failures[name]}` : "");
  return unlessStalled(name, import(address));
}

/** Loads a JSON file of this build. `cache` is an option of `fetch`. */
export async function json(name, signal, cache) {
  const response = await fetchFile(asset(name), { cache, signal });
  if (!response.ok) throw new Error(response.url);
  return response.json();
}
