// Starts a browser whose background tabs are hidden, as a user's are. Playwright keeps every page
// visible in the contexts that it creates, but not in the browser's default context.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";

const isRoot = process.getuid?.() === 0;

export class OwnBrowser {
  private constructor(
    private readonly process: ChildProcess,
    private readonly folder: string,
    private readonly browser: Browser,
  ) {}

  /** Starts the browser with an empty profile. It has no base URL for relative addresses. */
  static async start(): Promise<OwnBrowser> {
    const folder = await mkdtemp(join(tmpdir(), "partner-portal-browser-"));
    // Not the headless shell, which has no tabs: each of its pages is visible.
    const child = spawn(
      process.env.CHROMIUM ?? "/usr/bin/chromium",
      [
        "--headless",
        "--remote-debugging-port=0",
        `--user-data-dir=${folder}`,
        "--lang=en-US",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // Chromium has no sandbox for root.
        ...(isRoot ? ["--no-sandbox"] : []),
        "about:blank",
      ],
      { stdio: ["ignore", "ignore", "pipe"] },
    );
    for await (const line of createInterface(child.stderr)) {
      const address = /^DevTools listening on (ws:\S+)$/.exec(line)?.[1];
      if (!address) continue;
      // The pipe must be read, or it would fill up and block the browser.
      child.stderr.resume();
      const browser = await chromium.connectOverCDP(address, { noDefaults: true });
      return new OwnBrowser(child, folder, browser);
    }
    throw new Error("the browser did not start");
  }

  /** Returns the browser's only window. A new page of it is a tab in front of the others. */
  get window(): BrowserContext {
    return this.browser.contexts()[0]!;
  }

  /** Opens a background tab, as a click with the middle mouse button does. */
  async openBehind(address: string): Promise<Page> {
    const opened = this.window.waitForEvent("page");
    const session = await this.browser.newBrowserCDPSession();
    await session.send("Target.createTarget", { url: address, background: true });
    await session.detach();
    return opened;
  }

  async stop(): Promise<void> {
    const ended = once(this.process, "exit");
    const session = await this.browser.newBrowserCDPSession();
    // The command may fail, because the browser closes the connection when it ends.
    await session.send("Browser.close").catch(() => {});
    await ended;
    await rm(this.folder, { recursive: true, force: true });
  }
}
