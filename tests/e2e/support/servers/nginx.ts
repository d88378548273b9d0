// Starts a real nginx, which compresses responses, between the browser and the backend.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "@playwright/test";

import { required } from "../required.ts";

export class Nginx {
  private constructor(
    private readonly process: ChildProcess,
    private readonly folder: string,
    /** The address it listens on, without a trailing slash. */
    readonly url: string,
  ) {}

  /** Starts nginx in front of the backend and waits until the backend answers through it. */
  static async start(backend: string): Promise<Nginx> {
    const folder = await mkdtemp(join(tmpdir(), "partner-portal-nginx-"));
    const port = await freePort();
    const file = join(folder, "nginx.conf");
    await writeFile(file, configuration(folder, port, backend));
    const child = spawn(required("NGINX"), ["-e", "stderr", "-p", folder, "-c", file], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    const logged: string[] = [];
    child.stderr!.on("data", (chunk: Buffer) => logged.push(chunk.toString()));
    const nginx = new Nginx(child, folder, `http://127.0.0.1:${port}`);
    const answers = () => fetch(`${nginx.url}/healthz`).then(({ ok }) => ok, () => false);
    await expect.poll(answers, { message: logged.join("") }).toBe(true);
    return nginx;
  }

  async stop(): Promise<void> {
    const exited = once(this.process, "exit");
    this.process.kill("SIGTERM");
    await exited;
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Returns a port on which no server listens. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (!address || typeof address === "string") throw new Error("a TCP server has a port");
  return address.port;
}

function configuration(folder: string, port: number, backend: string): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  );
  // Started by root, a worker would run as another user, which cannot read the folder.
  return `
    ${process.getuid?.() === 0 ? "user root;" : ""}
    daemon off;
    worker_processes 1;
    pid ${folder}/nginx.pid;
    error_log stderr;
    events {}
    http {
      access_log off;
      ${temporary.join("\n")}
      gzip on;
      gzip_types application/json application/problem+json;
      gzip_min_length 0;
      server {
        listen 127.0.0.1:${port};
        location / {
          proxy_pass ${backend};
          proxy_http_version 1.1;
          proxy_set_header Host $http_host;
        }
      }
    }`;
}
