// Installs a shell of `tests/e2e/shells` and the npm package in a new folder, as the guide says.

import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { required } from "../required.ts";
import { example } from "./guide.ts";

const SHELLS = fileURLToPath(new URL("../../shells", import.meta.url));

/** A built shell: the folder with its files, or the address of its own server. */
export interface BuiltShell {
  source: string;
  stop(): Promise<void>;
}

/** Copies the files of these shells, the guide's example below `heading` and the package into a new folder in `parent`. */
export async function install(
  parent: string,
  shells: string[],
  heading = "When the loader fails",
): Promise<string> {
  const folder = await mkdtemp(join(parent, "partner-portal-shell-"));
  await writeFile(join(folder, "package.json"), `{ "private": true, "type": "module" }`);
  for (const shell of shells) await cp(join(SHELLS, shell), folder, { recursive: true });
  await writeFile(join(folder, "guide.js"), await example(heading, "js"));
  const installed = join(folder, "node_modules/partner-portal");
  await cp(required("PORTAL_PACKAGE_DIR"), installed, { recursive: true });
  return folder;
}

export const uninstall = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

/** Copies the package's files to those that the server offers. */
export const copyDist = (folder: string, offered: string): Promise<void> =>
  cp(join(folder, "node_modules/partner-portal/dist"), join(offered, "partner-portal"), { recursive: true });

/** Adds what some bundlers do not write: the page and the package's files. */
export async function addPage(folder: string, offered: string): Promise<void> {
  await mkdir(offered, { recursive: true });
  await cp(join(folder, "index.html"), join(offered, "index.html"));
  await copyDist(folder, offered);
}
