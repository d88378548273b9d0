// A page of a host, which has nothing to do with ours: it imports the entry and mounts the portal as
// the README says.

import type { Page } from "@playwright/test";

import type { Portal } from "./portal.ts";

/** What the entry's `mount` takes beside what every test here passes. */
export type MountOptions = Record<string, unknown>;

/** What came of a `mount`. */
export interface Mounted {
  /** The name and text of the error that it was refused with. */
  error?: string;
  /** The language and direction that the portal starts with. */
  lang?: string;
  dir?: string;
}

const PAGE = `<!doctype html><html lang="fr"><title>Host</title><body></body></html>`;

export class Shell {
  private constructor(private readonly page: Page) {}

  /** Opens the empty page. */
  static async open(page: Page, portal: Portal): Promise<Shell> {
    await page.route(`${portal.url}/portal/`, (route) =>
      route.fulfill({ contentType: "text/html; charset=utf-8", body: PAGE }),
    );
    await page.goto("/portal/");
    return new Shell(page);
  }

  /** Mounts a portal in a new element of the page. */
  mount(options: MountOptions): Promise<Mounted> {
    return this.page.evaluate(async (options) => {
      const entry = "/partner-portal.js";
      const { mount } = await import(entry);
      const element = document.createElement("div");
      document.body.append(element);
      const errors = ((window as unknown as { errors?: unknown[] }).errors ??= []);
      element.addEventListener("partner-portal:error", (event) =>
        errors.push((event as CustomEvent).detail),
      );
      const all = { apiBase: "/api/v1", basePath: "/portal", chrome: "full", ...options };
      try {
        await mount(element, all);
      } catch (error) {
        element.remove();
        return { error: String(error) };
      }
      const { lang, dir } = element.shadowRoot!.querySelector<HTMLElement>(".portal-root")!;
      return { lang, dir };
    }, options);
  }

  /** The details of the `partner-portal:error` events so far. */
  errors(): Promise<unknown[]> {
    return this.page.evaluate(() => (window as unknown as { errors?: unknown[] }).errors ?? []);
  }
}
