// The `test` of the scenarios in WebKitGTK. It has the backend of the other end-to-end tests, and windows
// of WebKitGTK instead of Playwright's pages.

import { expect, test as base } from "../fixtures.ts";
import { Screen } from "./screen.ts";
import { Session, type SessionOptions } from "./session.ts";
import { WebKitWindow } from "./window.ts";

export { expect };

interface Fixtures {
  /** Opens a further window with a session of its own. It closes at the end of the test. */
  openWindow(options?: SessionOptions): Promise<WebKitWindow>;
  window: WebKitWindow;
}

interface WorkerFixtures {
  /** The value of DISPLAY. Windows of other workers cannot take the focus. */
  display: string;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  display: [
    async ({}, use) => {
      const screen = await Screen.start();
      await use(screen.display);
      await screen.stop();
    },
    { scope: "worker" },
  ],
  openWindow: async ({ display }, use) => {
    const sessions: Session[] = [];
    await use(async (options) => {
      const session = await Session.start(display, options);
      sessions.push(session);
      return new WebKitWindow(session);
    });
    for (const session of sessions) await session.stop();
  },
  window: async ({ openWindow }, use) => use(await openWindow()),
});
