// Loads the entry from the folder in which the page's server offers it. This module is the main export of
// the npm package. Bundlers may bundle it: it has no side effects and no `import.meta`, and they leave its
// import alone.

const ENTRY = "partner-portal.js";
const SINGLE_SPA = "single-spa.js";

// A load without a result for this long has stalled.
const PATIENCE_MS = 20_000;

/** The loads that are pending or done, and the number of failed ones, by address. */
const loads = new Map();
const failures = new Map();

/** Resolves with the entry's functions. */
export const loadPartnerPortal = (options) => load(ENTRY, options);

/** Resolves with the lifecycles for single-spa. */
export const loadSingleSpa = (options) => load(SINGLE_SPA, options);

function load(name, options) {
  const folder = checkFolder(options);
  // A server has no page in which the portal could be shown. A promise that stays pending needs no check
  // in the code that waits for it.
  if (typeof window === "undefined") return new Promise(() => {});
  const address = resolve(name, folder);
  if (!loads.has(address)) loads.set(address, start(address));
  return loads.get(address);
}

async function start(address) {
  let timer;
  try {
    const stalled = new Promise((_, reject) => {
      timer = setTimeout(reject, PATIENCE_MS, new Error("no answer in 20 seconds"));
    });
    // Some browsers cache the failure of an import by address, so a retry uses a different address.
    const count = failures.get(address);
    return await Promise.race([importFrom(address + (count ? `?${count}` : "")), stalled]);
  } catch (cause) {
    loads.delete(address);
    failures.set(address, (failures.get(address) ?? 0) + 1);
    throw new Error(`partner-portal: ${address} could not be loaded`, { cause });
  } finally {
    clearTimeout(timer);
  }
}

// The comments are for webpack and Rspack, Vite, Turbopack, and Metro. Other bundlers leave an import
// alone if its address is not a literal.
const importFrom = (address) =>
  import(
    /* webpackIgnore: true */ /* @vite-ignore */ /* turbopackIgnore: true */ /* @metro-ignore */ address
  );

function checkFolder(options) {
  const from = options?.from;
  if (typeof from !== "string" || from === "") refuse(from);
  if (/[?#]|\.js$/.test(from)) refuse(from);
  for (const name in options) {
    if (name !== "from") throw new TypeError(`partner-portal: ${name} is no option; there is from`);
  }
  return from.replace(/\/*$/, "/");
}

function resolve(name, folder) {
  try {
    return new URL(folder + name, document.baseURI).href;
  } catch {
    return refuse(folder);
  }
}

function refuse(from) {
  throw new TypeError(
    `partner-portal: from must be the folder with ${ENTRY}, such as /partner-portal/, and is ${JSON.stringify(from)}`,
  );
}
