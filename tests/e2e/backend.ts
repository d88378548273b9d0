// One real backend process with a database of its own.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { required } from "./required.ts";

const DATABASE = "portal.db";

/** A running backend. */
export class Backend {
  private constructor(
    private readonly process: ChildProcess,
    private readonly folder: string,
    /** Where it listens, without a slash at the end. */
    readonly url: string,
    /** What it has logged so far. */
    private readonly logged: string[],
  ) {}

  /**
   * Starts it and waits until it accepts connections: with a copy of the database of another one
   * that has ended, or an empty database, into which it puts the demo's people itself. `isDemo` lets
   * anybody be anybody.
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
        ...(isDemo ? ["--demo"] : []),
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

  /** Everything that it has logged. */
  log(): string {
    return this.logged.join("");
  }

  /** The mails that it has handed over, as they were written, oldest first. */
  async mails(): Promise<string[]> {
    const folder = join(this.folder, "var", "mail");
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".eml"));
    return Promise.all(names.sort().map((name) => readFile(join(folder, name), "utf8")));
  }

  /** Lets it come to an orderly end; resolves to its database, which `stop` forgets. */
  async end(): Promise<string> {
    await this.exit("SIGTERM");
    return join(this.folder, DATABASE);
  }

  /** Stops it and forgets its database. */
  async stop(): Promise<void> {
    // Its data is thrown away: there is nothing to finish.
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
