// Serves pages of hosts that embed the portal, beside the real backend: the files in tests/e2e/shells,
// and the portal's own files below /partner-portal/, as in the guide.

import type { Page } from "@playwright/test";

import type { Portal } from "../portal.ts";
import { portalFile, ShellFiles, type ShellOptions } from "./shell_files.ts";

export type { ShellOptions };

/** Serves the shell called `name` at every address that is not the backend's own. */
export async function serveShell(
  page: Page,
  portal: Portal,
  name: string,
  options: ShellOptions = {},
): Promise<void> {
  const files = new ShellFiles(name, options);
  await page.route(`${portal.url}/**`, async (route) => {
    const { pathname, search } = new URL(route.request().url());
    const ofPortal = portalFile(pathname);
    if (ofPortal !== undefined) {
      // Firefox drops the body of a request that continues to another address.
      await route.fulfill({ response: await route.fetch({ url: portal.url + ofPortal + search }) });
      return;
    }
    const file = await files.find(pathname, route.request().resourceType() === "document");
    await (file ? route.fulfill(file) : route.fallback());
  });
}
