// Builds the shell `tool-chain` with a bundler, as its developers would: the package is installed, its
// folder `dist` is copied to the files that the server offers, and the code imports the package by name.

import { tmpdir } from "node:os";
import { join } from "node:path";

import { build as esbuild } from "esbuild";
import { build as vite, createServer } from "vite";
import webpack from "webpack";

import { addPage, type BuiltShell, copyDist, install, uninstall } from "./installed_shell.ts";

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

/** Installs and builds the shell with a tool chain. `stop` deletes it. */
export async function buildShell(name: string): Promise<BuiltShell> {
  const folder = await install(tmpdir(), ["tool-chain"]);
  const built = await TOOL_CHAINS[name]!(folder, join(folder, "offered"));
  return {
    source: built.source,
    async stop() {
      await built.stop?.();
      await uninstall(folder);
    },
  };
}
