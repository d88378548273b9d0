// A host page that embeds the portal: it imports the entry, mounts portals as the guide shows, and
// records their events.

import type { Page } from "@playwright/test";

import type { Evaluates } from "../evaluates.ts";
import type { Portal } from "../portal.ts";
import { serveShell, type ShellOptions } from "./serve_shell.ts";

type Entry = typeof import("../../../../src/embed/partner-portal.js");
export type Options = import("../../../../src/embed/partner-portal.js").MountOptions;
export type Handle = import("../../../../src/embed/partner-portal.js").PortalHandle;

/** The values that the page keeps on its window, for tests that run scripts in the page. */
export interface ShellWindow {
  entry: Entry;
  handles: Record<string, Handle>;
  /** Each event of a portal: the id of the element, the name after `partner-portal:`, and the detail. */
  events: [string, string, unknown][];
}

/** Returns the title of the portal's page. */
export const heading = (page: Page, name: string) =>
  page.getByRole("heading", { level: 1, name });

/** Returns a list that collects the messages in the page's console from now on. */
export function consoleOf(page: Page): string[] {
  const told: string[] = [];
  page.on("console", (message) => told.push(message.text()));
  return told;
}

/** A host page with two elements for portals, `one` and `two`. */
export class Shell {
  private constructor(private readonly page: Evaluates) {}

  /** Opens the page at an address of the shell. `entry` is the address of the portal's script. */
  static async open(
    page: Page,
    portal: Portal,
    address = "/partners",
    options: ShellOptions & { entry?: string } = {},
  ): Promise<Shell> {
    await serveShell(page, portal, "blank", options);
    await page.goto(portal.url + address);
    return Shell.start(page, options.entry);
  }

  /** Imports the portal's script at `entry` into the shell's page. */
  static async start(
    page: Evaluates,
    entry = "/partner-portal/partner-portal.js",
  ): Promise<Shell> {
    await page.evaluate(async (address) => {
      const events: ShellWindow["events"] = [];
      const names = ["ready", "status", "unlocked", "navigate", "dirty", "session-expired", "error"];
      for (const name of names) {
        document.addEventListener(`partner-portal:${name}`, (event) => {
          const { target, detail } = event as CustomEvent;
          events.push([(target as Element).id, name, detail]);
        });
      }
      const entry = await import(address);
      Object.assign(window, { entry, events, handles: {} });
    }, entry);
    return new Shell(page);
  }

  /** Mounts a portal in the element with this id. `options` may be invalid. */
  async mount(id: string, options: object = {}): Promise<void> {
    await this.page.evaluate(
      async ([id, options]) => {
        const { entry, handles } = window as unknown as ShellWindow;
        const all = { apiBase: "/api/v1", basePath: "/partners", chrome: "full", ...options };
        handles[id] = await entry.mount(document.getElementById(id)!, all as Options);
      },
      [id, options] as const,
    );
  }

  /** Returns the text of the error with which `mount` refuses these options. */
  refusal(options: object): Promise<string> {
    return this.page.evaluate(async (options) => {
      const { entry } = window as unknown as ShellWindow;
      const element = document.getElementById("one")!;
      const required = { apiBase: "/api/v1", basePath: "/partners" };
      return entry.mount(element, { ...required, ...options } as Options).then(
        () => "accepted",
        String,
      );
    }, options);
  }

  update(id: string, changes: object): Promise<void> {
    return this.page.evaluate(
      ([id, changes]) => (window as unknown as ShellWindow).handles[id]!.update(changes),
      [id, changes] as const,
    );
  }

  unmount(id: string): Promise<void> {
    return this.page.evaluate(
      (id) => (window as unknown as ShellWindow).handles[id]!.unmount(),
      id,
    );
  }

  /** Returns the status of each handle, in the order of mounting. */
  statuses(): Promise<string[]> {
    return this.page.evaluate(() =>
      Object.values((window as unknown as ShellWindow).handles).map(({ status }) => status),
    );
  }

  /** Returns the `lang` and `dir` of the portal's root. */
  marks(id: string): Promise<string> {
    return this.page.evaluate((id) => {
      const root = document.getElementById(id)!.shadowRoot!.querySelector<HTMLElement>(".portal-root")!;
      return `${root.lang} ${root.dir}`;
    }, id);
  }

  /** Returns the events with this name so far. */
  events(name: string): Promise<ShellWindow["events"]> {
    return this.page.evaluate(
      (name) => (window as unknown as ShellWindow).events.filter(([, it]) => it === name),
      name,
    );
  }
}
