import type * as entry from "./partner-portal.js";
import type * as singleSpa from "./single-spa.js";

export type * from "./partner-portal.js";
export type { SingleSpaProps } from "./single-spa.js";

/** The options of the loader. */
export interface LoadOptions {
  /**
   * The address of the folder in which your server offers the package's folder `dist`, such as
   * `/partner-portal/` or `https://static.example.com/partner-portal/`. A relative address is resolved
   * against the document.
   */
  from: string;
}

/** The functions of the served entry. */
export type PartnerPortal = typeof entry;

/** The lifecycles of the served `single-spa.js`. */
export type PartnerPortalLifecycles = typeof singleSpa;

/**
 * Loads the served entry once per address and resolves with its functions. Rejects if it cannot be
 * loaded; the next call tries again. On a server, which has no `window`, the promise stays pending.
 *
 * @throws {TypeError} `from` is not the address of a folder.
 */
export function loadPartnerPortal(options: LoadOptions): Promise<PartnerPortal>;

/**
 * Loads the lifecycles for single-spa, as `loadPartnerPortal` loads the entry.
 *
 * @throws {TypeError} `from` is not the address of a folder.
 */
export function loadSingleSpa(options: LoadOptions): Promise<PartnerPortalLifecycles>;
