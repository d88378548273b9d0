// Where the other files are: beside this one, wherever the operator put it.

/** The address of a file of this build. */
export const asset = (name) => new URL(name, import.meta.url).href;

/** A transfer that brings nothing for so long has stalled. */
export const STALL_MS = 20_000;

const scripts = {};
const failures = {};

/** A script of this build. One that could not be loaded is asked for anew the next time. */
export const script = (name) =>
  (scripts[name] ??= load(name).catch((error) => {
    scripts[name] = undefined;
    failures[name] = (failures[name] ?? 0) + 1;
    throw error;
  }));

function load(name) {
  // The browser remembers the failure of an address: another one passes it over.
  const address = asset(name) + (failures[name] ? `?${failures[name]}` : "");
  return unlessStalled(name, import(address));
}

/** A JSON file of this build; `cache` as `fetch` has it. */
export const json = (name, signal, cache) => unlessStalled(name, read(name, { cache, signal }));

async function read(name, how) {
  const response = await fetch(asset(name), how);
  if (!response.ok) throw new Error(response.url);
  return response.json();
}

/** What the transfer brings; an error with the name when nothing has come for too long. */
export function unlessStalled(name, transfer) {
  let timer;
  const stalled = new Promise((_, reject) => {
    timer = setTimeout(reject, STALL_MS, name);
  });
  return Promise.race([transfer, stalled]).finally(() => clearTimeout(timer));
}
