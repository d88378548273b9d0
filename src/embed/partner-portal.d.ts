/** A language tag; the portal speaks English, Spanish, Hebrew, Italian, Polish and Brazilian Portuguese. */
export type LocaleTag = string;

/** Where the account's settings apply. */
export type Environment = "sandbox" | "production";

/** What stands between the partner and the portal. */
export type Status = "checking" | "locked" | "open" | "unreachable" | "signed_out" | "invited" | "failed";

/** The portal's colours and type. */
export interface Appearance {
  /** `auto`, the default, takes over the `color-scheme` of the page around the portal. */
  colorScheme?: "light" | "dark" | "auto";
  /** Custom properties such as `--portal-accent`; the guide lists them. */
  variables?: Record<`--portal-${string}`, string>;
}

/**
 * What `update` takes: whatever can change while the portal is shown. `null` and, in a text, `""` count
 * as absent.
 */
export interface UpdateOptions {
  /** The browser's languages decide without it. */
  locale?: LocaleTag | null | undefined;
  /** Of an address without the parameter `env`. */
  environment?: Environment | null | undefined;
  /**
   * The address of the page to show, from the origin on: `/partners/help?env=sandbox`. One that is not
   * below `basePath` is passed over.
   */
  path?: string | null | undefined;
  appearance?: Appearance | null | undefined;
}

/** What `mount` takes. */
export interface MountOptions extends UpdateOptions {
  /** Where the API is, such as `/api/v1` or `https://api.example.com/v1`. */
  apiBase: string;
  /** Below which path the portal's pages are, such as `/partners`. */
  basePath: string;
  /**
   * The account to work in, else the first one; the parameter `account` of the address wins. One that
   * the person has no access to is an error of type `account_not_found`.
   */
  accountId?: string | null | undefined;
  /** `full` draws the portal's own top bar and navigation; `none`, the default, leaves them to you. */
  chrome?: "none" | "full" | null | undefined;
  /**
   * A bearer token for the API, or null when nobody is signed in. Asked for once, and again when the
   * API refuses a token, whatever number of requests wait for it. Without it the cookie counts.
   */
  getToken?: ((question: { reason: "initial" | "expired" }) => Promise<string | null> | string | null) | null | undefined;
  /** Makes the history yours: called with each address that the portal goes to. Tell it of yours with `update({ path })`. */
  onNavigate?: ((path: string, how: { replace: boolean }) => void) | null | undefined;
  /** Your own sentences in place of ours, by language and key; the guide says which rules hold. */
  messages?: Record<LocaleTag, Record<string, string>> | null | undefined;
}

/** A portal that is shown. */
export interface PortalHandle {
  readonly status: Status;
  /** Changes what is given, and nothing else. Throws a TypeError that names a wrong option. */
  update(changes: UpdateOptions): void;
  /** Takes the portal away. A second call does nothing. */
  unmount(): void;
}

/** Shows the portal inside an element. Rejects with a TypeError that names a wrong option. */
export function mount(element: Element, options: MountOptions): Promise<PortalHandle>;

/**
 * Fetches and compiles what a portal with these options needs first, without showing anything: code,
 * styles, language and first view. Rejects with a TypeError that names a wrong option; what cannot be
 * fetched is fetched when the portal is shown.
 */
export function preload(options?: Partial<MountOptions>): Promise<void>;

/** Registers `<partner-portal>`, or the same element under another name. */
export function defineElement(name?: string): Promise<void>;

/** `<partner-portal>`: every option as a property, and those that are texts as attributes too. */
export interface PartnerPortalElement extends HTMLElement, Partial<MountOptions> {
  readonly status: Status;
}

/** The events of the portal, on its element. They bubble, and none carries personal data. */
export interface PortalEventMap {
  /** The first screen is drawn. */
  "partner-portal:ready": CustomEvent<Record<string, never>>;
  "partner-portal:status": CustomEvent<{ status: Status; revision: number | null }>;
  /** The account's contact information became complete. */
  "partner-portal:unlocked": CustomEvent<Record<string, never>>;
  /** The portal is about to show another page; `preventDefault` keeps the present one. */
  "partner-portal:navigate": CustomEvent<{ path: string }>;
  /** There is, or is no longer, text that is not submitted. */
  "partner-portal:dirty": CustomEvent<{ dirty: boolean }>;
  /** Nobody is signed in; `initial` when nobody was to begin with, or somebody asked to sign in. */
  "partner-portal:session-expired": CustomEvent<{ initial: boolean }>;
  /** The person wants to sign out, which only you can do. */
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
  // Of elements, of the document and of the window.
  interface GlobalEventHandlersEventMap extends PortalEventMap {}
}
