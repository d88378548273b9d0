// Pages of hosts that embed the portal: the files in tests/shells, served beside the real backend.

import { readFile } from "node:fs/promises";
import { extname } from "node:path";

import type { Page } from "@playwright/test";

import type { Portal } from "./portal.ts";

const TYPES: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
};

/** What every page of a shell is sent with. */
export interface ShellOptions {
  /** Its Content-Security-Policy. */
  policy?: string;
}

/** Serves the shell of that name at every address that is not the backend's own. */
export async function serveShell(
  page: Page,
  portal: Portal,
  name: string,
  { policy }: ShellOptions = {},
): Promise<void> {
  const headers: Record<string, string> = policy ? { "content-security-policy": policy } : {};
  const file = async (path: string) => {
    const body = await readFile(new URL(`../shells/${path}`, import.meta.url));
    return { body, headers, contentType: TYPES[extname(path)]! };
  };
  await page.route(`${portal.url}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname.startsWith("/shells/")) {
      await route.fulfill(await file(pathname.slice("/shells/".length)));
    } else if (route.request().resourceType() === "document" && !pathname.startsWith("/api/")) {
      await route.fulfill(await file(`${name}/index.html`));
    } else {
      await route.fallback();
    }
  });
}
