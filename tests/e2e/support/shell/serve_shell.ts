// Serves pages of hosts that embed the portal, beside the real backend: the files in tests/e2e/shells,
// and the portal's own files below /partner-portal/, as in the guide.

import { readFile } from "node:fs/promises";
import { extname } from "node:path";

import type { Page } from "@playwright/test";

import type { Portal } from "../portal.ts";

const TYPES: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
};

const PORTAL_FILES = "/partner-portal/";
const SHELL_FILES = "/shells/";

/** Options of the response with the shell's page. */
export interface ShellOptions {
  /** The page's Content-Security-Policy. */
  policy?: string;
  /** Other headers of the page. */
  headers?: Record<string, string>;
  /** The source of `shell.js`, for the shell `script`, which consists only of this script. */
  script?: string;
  /** The portal's element as the server renders it, in place of the page's `main`. */
  element?: string;
}

/** Serves the shell called `name` at every address that is not the backend's own. */
export async function serveShell(
  page: Page,
  portal: Portal,
  name: string,
  { policy, headers: others, script, element }: ShellOptions = {},
): Promise<void> {
  const headers = { ...others, ...(policy ? { "content-security-policy": policy } : {}) };
  const file = async (path: string) => {
    const contentType = TYPES[extname(path)]!;
    if (script !== undefined && path === `${name}/shell.js`) return { body: script, contentType };
    const body = await readFile(new URL(`../../shells/${path}`, import.meta.url));
    if (element !== undefined && contentType.startsWith("text/html")) {
      return { body: body.toString().replace(/<main.*<\/main>/, element), headers, contentType };
    }
    return { body, headers, contentType };
  };
  await page.route(`${portal.url}/**`, async (route) => {
    const { pathname, search } = new URL(route.request().url());
    if (pathname.startsWith(SHELL_FILES)) {
      await route.fulfill(await file(pathname.slice(SHELL_FILES.length)));
    } else if (pathname.startsWith(PORTAL_FILES)) {
      const url = `${portal.url}/${pathname.slice(PORTAL_FILES.length)}${search}`;
      await route.continue({ url });
    } else if (route.request().resourceType() === "document" && !pathname.startsWith("/api/")) {
      await route.fulfill(await file(`${name}/index.html`));
    } else {
      await route.fallback();
    }
  });
}
