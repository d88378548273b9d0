// Starts a screen without a monitor, on which WebKitGTK draws its windows.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export class Screen {
  private constructor(
    private readonly process: ChildProcess,
    /** The value of the environment variable DISPLAY. */
    readonly display: string,
  ) {}

  static async start(): Promise<Screen> {
    const child = spawn(
      process.env.XVFB ?? "Xvfb",
      // Xvfb chooses a free number and writes it to this file descriptor.
      ["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"],
      { stdio: ["ignore", "pipe", "ignore"] },
    );
    for await (const line of createInterface(child.stdout)) return new Screen(child, `:${line}`);
    throw new Error("Xvfb did not start");
  }

  async stop(): Promise<void> {
    const exited = once(this.process, "exit");
    this.process.kill();
    await exited;
  }
}
