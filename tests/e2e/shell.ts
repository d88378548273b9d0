// A page of a host, which has nothing to do with ours: it imports the entry, mounts portals as the
// README says, and writes down what they tell.

import type { Page } from "@playwright/test";

import type { Portal } from "./portal.ts";
import { serveShell, type ShellOptions } from "./serve_shell.ts";

type Entry = typeof import("../../src/embed/partner-portal.js");
export type Options = import("../../src/embed/partner-portal.js").MountOptions;
export type Handle = import("../../src/embed/partner-portal.js").PortalHandle;

/** What the page keeps on its window, for what only a script of the page can pass. */
export interface ShellWindow {
  entry: Entry;
  handles: Record<string, Handle>;
  /** Of each event of a portal: the element's id, the name after `partner-portal:`, the detail. */
  events: [string, string, unknown][];
}

/** The title of the portal's page. */
export const heading = (page: Page, name: string) =>
  page.getByRole("heading", { level: 1, name });

/** What is written to the page's console from now on. */
export function consoleOf(page: Page): string[] {
  const told: string[] = [];
  page.on("console", (message) => told.push(message.text()));
  return told;
}

/** Its two elements are `one` and `two`. */
export class Shell {
  private constructor(private readonly page: Page) {}

  /** Opens the page at an address that is the shell's own; `entry` is where the portal's script is. */
  static async open(
    page: Page,
    portal: Portal,
    address = "/partners",
    options: ShellOptions & { entry?: string } = {},
  ): Promise<Shell> {
    await serveShell(page, portal, "blank", options);
    await page.goto(portal.url + address);
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
    }, options.entry ?? "/partner-portal/partner-portal.js");
    return new Shell(page);
  }

  /** Mounts a portal in the element with that id; `options` can be anything that a test passes. */
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

  /** The text of the error with which these options are refused. */
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

  /** What the handles say, in the order of their mounting. */
  statuses(): Promise<string[]> {
    return this.page.evaluate(() =>
      Object.values((window as unknown as ShellWindow).handles).map(({ status }) => status),
    );
  }

  /** The language and direction that the portal's root is marked with. */
  marks(id: string): Promise<string> {
    return this.page.evaluate((id) => {
      const root = document.getElementById(id)!.shadowRoot!.querySelector<HTMLElement>(".portal-root")!;
      return `${root.lang} ${root.dir}`;
    }, id);
  }

  /** The events of that name so far. */
  events(name: string): Promise<ShellWindow["events"]> {
    return this.page.evaluate(
      (name) => (window as unknown as ShellWindow).events.filter(([, it]) => it === name),
      name,
    );
  }
}
