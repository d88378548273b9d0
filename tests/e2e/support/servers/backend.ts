// Starts and stops a real backend process with its own database.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { required } from "../required.ts";

const DATABASE = "portal.db";
const BUILT_IN_TYPES = new URL(
  "../../../../crates/backend/integration-types.toml",
  import.meta.url,
);

/**
 * Writes the built-in integration types with another link of the platform. Without the demo the backend
 * refuses the built-in platform.
 */
async function ownPlatform(folder: string): Promise<string> {
  const file = join(folder, "integration-types.toml");
  const builtIn = await readFile(BUILT_IN_TYPES, "utf8");
  await writeFile(file, builtIn.replace("example.com/contact", "example.net/contact"));
  return file;
}

/** A running backend. */
export class Backend {
  private constructor(
    private readonly process: ChildProcess,
    private readonly folder: string,
    /** The address it listens on, without a trailing slash. */
    readonly url: string,
    private readonly logged: string[],
  ) {}

  /**
   * Starts a backend and waits until it accepts connections. It uses a copy of `database`, which another
   * backend has left behind, or an empty database, into which it puts the demo data itself. With
   * `isDemo`, every demo user can sign in without a password.
   */
  static async start(
    flags: readonly string[] = [],
    database?: string,
    isDemo = true,
  ): Promise<Backend> {
    const folder = await mkdtemp(join(tmpdir(), "partner-portal-"));
    if (database) await copyFile(database, join(folder, DATABASE));
    const child = spawn(
      required("PORTAL_BACKEND_BIN"),
      [
        "--listen=127.0.0.1:0",
        ...(isDemo ? ["--demo"] : ["--integration-types", await ownPlatform(folder)]),
        "--test-faults",
        "--sign-ins-per-minute=100000",
        `--database-url=sqlite://${join(folder, DATABASE)}`,
        `--static-dir=${required("PORTAL_STATIC_DIR")}`,
        ...flags,
      ],
      { cwd: folder, stdio: ["ignore", "pipe", "pipe"] },
    );
    const logged: string[] = [];
    child.stderr.on("data", (chunk: Buffer) => logged.push(chunk.toString()));
    for await (const line of createInterface(child.stdout)) {
      const url = /^listening on (http:\S+)$/.exec(line)?.[1];
      if (url) return new Backend(child, folder, url, logged);
    }
    throw new Error(`the backend did not start:\n${logged.join("")}`);
  }

  /** Returns everything that the backend has logged. */
  log(): string {
    return this.logged.join("");
  }

  /** Returns the source of each mail that the backend has sent, oldest first. */
  async mails(): Promise<string[]> {
    const folder = join(this.folder, "var", "mail");
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".eml"));
    return Promise.all(names.sort().map((name) => readFile(join(folder, name), "utf8")));
  }

  /** Shuts the backend down in an orderly way and returns its database file, which `stop` deletes. */
  async end(): Promise<string> {
    await this.exit("SIGTERM");
    return join(this.folder, DATABASE);
  }

  /** Kills the backend and deletes its database. */
  async stop(): Promise<void> {
    // Its data is deleted, so it need not finish anything.
    await this.exit("SIGKILL");
    await rm(this.folder, { recursive: true, force: true });
  }

  private async exit(signal: NodeJS.Signals): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const exited = once(this.process, "exit");
    this.process.kill(signal);
    await exited;
  }
}
