// Builds the shell `tool-chain` with a bundler, as its developers would: the package is installed, its
// folder `dist` is copied to the files that the server offers, and the code imports the package by name.

import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { build as esbuild } from "esbuild";
import { build as vite, createServer } from "vite";
import webpack from "webpack";

import { required } from "../required.ts";
import { example } from "./guide.ts";

const SHELL = fileURLToPath(new URL("../../shells/tool-chain", import.meta.url));

/** A built shell: the folder with its files, or the address of its development server. */
export interface BuiltShell {
  source: string;
  stop(): Promise<void>;
}

/** Installs the shell in a new folder. */
async function install(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "partner-portal-shell-"));
  await cp(SHELL, folder, { recursive: true });
  await writeFile(join(folder, "guide.js"), await example("When the loader fails", "js"));
  await writeFile(join(folder, "package.json"), `{ "private": true, "type": "module" }`);
  const installed = join(folder, "node_modules/partner-portal");
  await cp(required("PORTAL_PACKAGE_DIR"), installed, { recursive: true });
  return folder;
}

/** Copies the package's files to those that the server offers. */
const copyDist = (folder: string, offered: string) =>
  cp(join(folder, "node_modules/partner-portal/dist"), join(offered, "partner-portal"), { recursive: true });

const quiet = { configFile: false, logLevel: "error" } as const;

/** Builds the installed shell into a folder, or starts a server, and returns the folder or address. */
type ToolChain = (folder: string, out: string) => Promise<Omit<BuiltShell, "stop"> & Partial<BuiltShell>>;

export const TOOL_CHAINS: Record<string, ToolChain> = {
  async "Vite"(root, outDir) {
    await copyDist(root, join(root, "public"));
    await vite({ ...quiet, root, build: { outDir } });
    return { source: outDir };
  },
  async "the development server of Vite"(root) {
    await copyDist(root, join(root, "public"));
    const server = await createServer({ ...quiet, root, server: { host: "127.0.0.1", port: 0, hmr: false, ws: false } });
    await server.listen();
    return { source: server.resolvedUrls!.local[0]!.replace(/\/$/, ""), stop: () => server.close() };
  },
  async "webpack"(context, path) {
    const compiler = webpack({
      context,
      mode: "production",
      entry: "./main.js",
      output: { path, filename: "main.js", publicPath: "/" },
    })!;
    const stats = await new Promise<import("webpack").Stats>((resolve, reject) =>
      compiler.run((error, stats) => (stats ? resolve(stats) : reject(error!))),
    );
    await new Promise((resolve) => compiler.close(resolve));
    if (stats.hasErrors()) throw new Error(stats.toString("errors-only"));
    await addPage(context, path);
    return { source: path };
  },
  async "esbuild"(absWorkingDir, outdir) {
    await esbuild({ absWorkingDir, entryPoints: ["main.js"], bundle: true, splitting: true, format: "esm", outdir });
    await addPage(absWorkingDir, outdir);
    return { source: outdir };
  },
};

/** Adds what these bundlers do not write: the page and the package's files. */
async function addPage(folder: string, offered: string): Promise<void> {
  await mkdir(offered, { recursive: true });
  await cp(join(folder, "index.html"), join(offered, "index.html"));
  await copyDist(folder, offered);
}

/** Installs and builds the shell with a tool chain. `stop` deletes it. */
export async function buildShell(name: string): Promise<BuiltShell> {
  const folder = await install();
  const built = await TOOL_CHAINS[name]!(folder, join(folder, "offered"));
  return {
    source: built.source,
    async stop() {
      await built.stop?.();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
