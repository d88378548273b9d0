/** A language tag; the portal speaks English, Spanish, Hebrew, Italian, Polish and Brazilian Portuguese. */
export type LocaleTag = string;

/** The environment whose settings are shown. */
export type Environment = "sandbox" | "production";

/** The state of the portal, as the partner sees it. */
export type Status = "checking" | "locked" | "open" | "unreachable" | "signed_out" | "invited" | "failed";

/** The portal's colours and font. */
export interface Appearance {
  /** `auto`, the default, uses the `color-scheme` of the surrounding page. */
  colorScheme?: "light" | "dark" | "auto";
  /** Custom properties such as `--portal-accent`; the guide lists them. */
  variables?: Record<`--portal-${string}`, string>;
}

/**
 * The options of `update`: everything that can change while the portal is shown. `null` and, for
 * strings, `""` count as absent.
 */
export interface UpdateOptions {
  /** The language. By default, the browser's languages decide. */
  locale?: LocaleTag | null | undefined;
  /** The environment of addresses without the parameter `env`. */
  environment?: Environment | null | undefined;
  /**
   * The address of the page to show, without the origin: `/partners/help?env=sandbox`. Addresses outside
   * `basePath` are ignored.
   */
  path?: string | null | undefined;
  appearance?: Appearance | null | undefined;
}

/** The options of `mount`. */
export interface MountOptions extends UpdateOptions {
  /** The API's address, such as `/api/v1` or `https://api.example.com/v1`. */
  apiBase: string;
  /** The path below which the portal's pages are, such as `/partners`. */
  basePath: string;
  /**
   * The account to show; by default the first one. The address parameter `account` takes precedence. An
   * account to which the user has no access is an error of type `account_not_found`.
   */
  accountId?: string | null | undefined;
  /**
   * `full` shows the portal's own top bar and navigation. With `none`, the default, your page provides
   * them.
   */
  chrome?: "none" | "full" | null | undefined;
  /**
   * Returns a bearer token for the API, or null if the user is signed out. Called once at the start, and
   * once more each time the API rejects a token, no matter how many requests wait for it. Without this
   * option, the portal uses the session cookie.
   */
  getToken?: ((question: { reason: "initial" | "expired" }) => Promise<string | null> | string | null) | null | undefined;
  /**
   * Lets your page manage the browser history: called with each address that the portal navigates to.
   * Pass your own navigation to the portal with `update({ path })`.
   */
  onNavigate?: ((path: string, how: { replace: boolean }) => void) | null | undefined;
  /** Your own sentences in place of ours, by language and key. The guide describes the rules. */
  messages?: Record<LocaleTag, Record<string, string>> | null | undefined;
}

/** A handle of a shown portal. */
export interface PortalHandle {
  readonly status: Status;
  /** Changes the given options only. Throws a TypeError that names an invalid option. */
  update(changes: UpdateOptions): void;
  /** Removes the portal. A second call does nothing. */
  unmount(): void;
}

/**
 * Shows the portal inside an element. Rejects with a TypeError that names an invalid option, and with an
 * Error if this script was bundled and so cannot find its files.
 */
export function mount(element: Element, options: MountOptions): Promise<PortalHandle>;

/**
 * Fetches and compiles the files that a portal with these options needs first, without showing anything:
 * code, styles, language and first view. Rejects with a TypeError that names an invalid option. Files
 * that cannot be fetched are fetched when the portal is shown.
 */
export function preload(options?: Partial<MountOptions>): Promise<void>;

/** Registers `<partner-portal>`, or the same element under another name. */
export function defineElement(name?: string): Promise<void>;

/**
 * `<partner-portal>`: every option is a property, and every string option is an attribute, too. With the
 * attribute `wait`, it starts when `getToken` is set, `start` is called or the attribute is removed.
 */
export interface PartnerPortalElement extends HTMLElement, Partial<MountOptions> {
  readonly status: Status;
  /** Starts the portal in spite of the attribute `wait`. */
  start(): void;
}

/** The portal's events on its element. They bubble, and they contain no personal data. */
export interface PortalEventMap {
  /** The first screen is visible. */
  "partner-portal:ready": CustomEvent<Record<string, never>>;
  "partner-portal:status": CustomEvent<{ status: Status; revision: number | null }>;
  /** The account's contact information became complete. */
  "partner-portal:unlocked": CustomEvent<Record<string, never>>;
  /** The portal is about to show another page. `preventDefault` keeps the current one. */
  "partner-portal:navigate": CustomEvent<{ path: string }>;
  /** The portal now has unsaved text, or no longer has any. */
  "partner-portal:dirty": CustomEvent<{ dirty: boolean }>;
  /** The user is signed out. `initial` is true if the user was never signed in, or asks to sign in. */
  "partner-portal:session-expired": CustomEvent<{ initial: boolean }>;
  /** The user wants to sign out. Your page has to do it. */
  "partner-portal:sign-out-requested": CustomEvent<Record<string, never>>;
  "partner-portal:error": CustomEvent<{
    type:
      | "load_failed"
      | "panic"
      | "token_failed"
      | "account_not_found"
      | "option_invalid"
      | "language_not_loaded"
      | "styles_not_loaded"
      | "message_override_invalid";
    request_id: string | null;
    recoverable: boolean;
  }>;
}

declare global {
  interface HTMLElementTagNameMap {
    "partner-portal": PartnerPortalElement;
  }
  // For listeners on elements, the document and the window.
  interface GlobalEventHandlersEventMap extends PortalEventMap {}
}
