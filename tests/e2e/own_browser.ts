// A browser whose tabs are seen and hidden as a user's are. Playwright keeps each page of the contexts
// that it makes in sight, whatever is in front of it; a browser's own context it leaves alone.

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

  /** Starts it with an empty profile; relative addresses lead nowhere. */
  static async start(): Promise<OwnBrowser> {
    const folder = await mkdtemp(join(tmpdir(), "partner-portal-browser-"));
    // The headless shell has no tabs: each of its pages is in sight.
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
      // Unread, the pipe would fill up.
      child.stderr.resume();
      const browser = await chromium.connectOverCDP(address, { noDefaults: true });
      return new OwnBrowser(child, folder, browser);
    }
    throw new Error("the browser did not start");
  }

  /** Its one window; a new page is a tab in front of the others. */
  get window(): BrowserContext {
    return this.browser.contexts()[0]!;
  }

  /** Opens a tab behind the one that is in front, as a click with the middle button does. */
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
    // The connection goes with the browser.
    await session.send("Browser.close").catch(() => {});
    await ended;
    await rm(this.folder, { recursive: true, force: true });
  }
}
