// Starts WebKitGTK's browser with a driver of its own, because a driver has only one session.

import { Builder, type WebDriver } from "selenium-webdriver";

import { DriverProcess } from "./driver_process.ts";

/** Options of a browser. */
export interface SessionOptions {
  /** `true` for a user who prefers dark colours. */
  isDark?: boolean;
}

/** A running browser with an empty profile. */
export class Session {
  private constructor(
    private readonly process: DriverProcess,
    readonly driver: WebDriver,
  ) {}

  static async start(display: string, { isDark = false }: SessionOptions = {}): Promise<Session> {
    const environment = { DISPLAY: display, LANG: "en_US.UTF-8", TZ: "Europe/Warsaw" };
    const driver = await DriverProcess.start(environment);
    const options = {
      binary: process.env.WEBKIT_BROWSER ?? "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
      args: ["--automation", ...(isDark ? ["--dark-mode"] : [])],
    };
    const session = await new Builder()
      .usingServer(driver.url)
      .withCapabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": options })
      .build();
    return new Session(driver, session);
  }

  async stop(): Promise<void> {
    await this.driver.quit();
    await this.process.stop();
  }
}
