// Starts a process of WebKitWebDriver.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";

import { expect } from "@playwright/test";

export class DriverProcess {
  private constructor(
    private readonly process: ChildProcess,
    /** The address at which it takes commands. */
    readonly url: string,
  ) {}

  static async start(environment: NodeJS.ProcessEnv): Promise<DriverProcess> {
    const port = await freePort();
    const child = spawn(process.env.WEBKIT_DRIVER ?? "/usr/bin/WebKitWebDriver", [`--port=${port}`], {
      env: { ...process.env, ...environment },
      stdio: "ignore",
    });
    const url = `http://127.0.0.1:${port}`;
    const isReady = () => fetch(`${url}/status`).then(({ ok }) => ok, () => false);
    await expect.poll(isReady, "WebKitWebDriver listens").toBe(true);
    return new DriverProcess(child, url);
  }

  async stop(): Promise<void> {
    const exited = once(this.process, "exit");
    this.process.kill();
    await exited;
  }
}

/** Returns a port that no other program uses. The driver cannot choose one itself. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
