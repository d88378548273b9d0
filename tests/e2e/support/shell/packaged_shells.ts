// Builds the shells that have their own packages, which `cargo xtask test shells` installs.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, readdir } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { required } from "../required.ts";
import { addPage, type BuiltShell, copyDist, install, uninstall } from "./installed_shell.ts";

/** The tools ask nothing and send nothing to their makers. */
const QUIET = { ASTRO_TELEMETRY_DISABLED: "1", NEXT_TELEMETRY_DISABLED: "1", NUXT_TELEMETRY_DISABLED: "1", CI: "1" };

/** Returns the folder in which the packages of a shell are installed. */
async function packagesOf(name: string): Promise<string> {
  const parent = required("PORTAL_SHELLS_DIR");
  const folders = (await readdir(parent)).filter((folder) => new RegExp(`^${name}-[0-9a-f]{10}$`).test(folder));
  if (folders.length === 0) throw new Error(`the packages of the shell ${name} are not installed`);
  return join(parent, folders.at(-1)!);
}

/** Runs a script of the shell's `package.json` to its end. */
async function runScript(folder: string, script: string): Promise<void> {
  const child = spawn("npm", ["run", "--silent", script], {
    cwd: folder,
    env: { ...process.env, ...QUIET },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const told: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => told.push(chunk));
  const [code] = (await once(child, "close")) as [number];
  if (code !== 0) throw new Error(`npm run ${script} failed:\n${Buffer.concat(told).toString()}`);
}

/** Builds a shell whose bundler writes the folder `offered`. `app` contains its sources. */
export async function buildPackagedShell(name: string, app: string, heading?: string): Promise<BuiltShell> {
  const folder = await install(await packagesOf(name), [app, name], heading);
  await runScript(folder, "build");
  const offered = join(folder, "offered");
  // Parcel writes the page itself.
  if ((await readdir(offered)).includes("index.html")) await copyDist(folder, offered);
  else await addPage(folder, offered);
  return { source: offered, stop: () => uninstall(folder) };
}

/** The section of the guide with the script of these pages. */
const PAGE_ROUTERS = "Turbo, HTMX and Astro's router";

/** Builds a shell of whole pages. Astro writes them itself, the others share those in `pages`. */
export async function buildPages(name: string): Promise<BuiltShell> {
  if (name === "astro") return buildPackagedShell(name, name, PAGE_ROUTERS);
  const shell = await buildPackagedShell(name, "pages", PAGE_ROUTERS);
  for (const page of ["news.html", "partners.html"]) {
    await cp(join(shell.source, "..", page), join(shell.source, page));
  }
  return shell;
}

/** Builds a shell that renders pages on its own server, and starts the server. */
export async function startPackagedShell(name: string): Promise<BuiltShell> {
  const folder = await install(await packagesOf(name), [name]);
  await copyDist(folder, join(folder, "public"));
  await runScript(folder, "build");
  const port = await freePort();
  // In a group of its own, so that the servers that npm starts end, too.
  const server = spawn("npm", ["run", "--silent", "start"], {
    cwd: folder,
    detached: true,
    env: { ...process.env, ...QUIET, PORT: String(port), HOST: "127.0.0.1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface(server.stdout)) {
    if (line.includes(String(port)) || /ready/i.test(line)) break;
  }
  return {
    source: `http://127.0.0.1:${port}`,
    async stop() {
      process.kill(-server.pid!, "SIGTERM");
      await once(server, "close");
      await uninstall(folder);
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
