// Reads the pages of hosts in tests/e2e/shells, and tells their addresses from those of the portal.

import { readFile } from "node:fs/promises";
import { extname } from "node:path";

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

interface ShellFile {
  body: string | Buffer;
  contentType: string;
  headers: Record<string, string>;
}

/** The files of one shell. */
export class ShellFiles {
  constructor(
    private readonly name: string,
    private readonly options: ShellOptions,
  ) {}

  /**
   * Returns the shell's file at `path`, or its page for a document at an address that is not the
   * backend's own, or `undefined`.
   */
  async find(path: string, isDocument: boolean): Promise<ShellFile | undefined> {
    if (path.startsWith(SHELL_FILES)) return this.read(path.slice(SHELL_FILES.length));
    const isPage = isDocument && !path.startsWith("/api/") && !path.startsWith(PORTAL_FILES);
    return isPage ? this.read(`${this.name}/index.html`) : undefined;
  }

  private async read(path: string): Promise<ShellFile> {
    const { policy, headers: others, script, element } = this.options;
    const contentType = TYPES[extname(path)]!;
    if (script !== undefined && path === `${this.name}/shell.js`) {
      return { body: script, contentType, headers: {} };
    }
    const headers = { ...others, ...(policy ? { "content-security-policy": policy } : {}) };
    const body = await readFile(new URL(`../../shells/${path}`, import.meta.url));
    if (element !== undefined && contentType.startsWith("text/html")) {
      const page = body.toString().replace(/<main.*<\/main>/, element);
      return { body: page, contentType, headers };
    }
    return { body, contentType, headers };
  }
}

/** Returns the backend's path of a file of the portal, or `undefined` for other paths. */
export function portalFile(path: string): string | undefined {
  return path.startsWith(PORTAL_FILES) ? path.slice(PORTAL_FILES.length - 1) : undefined;
}
