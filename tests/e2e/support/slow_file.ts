// A file that arrives piece by piece, as on a slow connection. The test sends each piece.

import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import { expect, type Page } from "@playwright/test";

import type { Portal } from "./portal.ts";

/** The bytes of a piece. */
const PIECE = 1_000;

interface CountingWindow {
  /** The number of times that the page has received data from a stream. */
  reads: number;
}

/** Runs in the page. */
function countReads(): void {
  const counting = window as unknown as CountingWindow;
  counting.reads = 0;
  const { read } = ReadableStreamDefaultReader.prototype;
  ReadableStreamDefaultReader.prototype.read = async function (this: ReadableStreamDefaultReader) {
    const result = await read.call(this);
    counting.reads += 1;
    return result;
  };
}

export class SlowFile {
  private sent = 0;

  private constructor(
    private readonly page: Page,
    private readonly whole: Promise<{ body: Buffer; response: ServerResponse }>,
  ) {}

  /** Serves the file that the open page requests next at this address. Later requests are not slow. */
  static async serve(page: Page, portal: Portal, address: string): Promise<SlowFile> {
    const server = createServer();
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    page.once("close", () => {
      server.close();
      server.closeAllConnections();
    });
    const { port } = server.address() as AddressInfo;
    await page.route(
      address,
      (route) => {
        // The backend serves the file without the prefix of the package.
        const path = new URL(route.request().url()).pathname.replace("/partner-portal/", "/");
        return route.continue({ url: `http://127.0.0.1:${port}${path}` });
      },
      { times: 1 },
    );
    await page.evaluate(countReads);
    const whole = once(server, "request").then(async ([request, response]) => {
      const file = await fetch(portal.url + request.url);
      const body = Buffer.from(await file.arrayBuffer());
      response.writeHead(200, {
        "content-type": file.headers.get("content-type")!,
        "content-length": body.length,
      });
      return { body, response };
    });
    return new SlowFile(page, whole);
  }

  /** Waits until the page requests the file, sends the next piece and waits until the page has it. */
  async sendPiece(): Promise<void> {
    const { body, response } = await this.whole;
    const before = await this.reads();
    response.write(body.subarray(this.sent, this.sent + PIECE));
    this.sent += PIECE;
    await expect.poll(() => this.reads()).toBeGreaterThan(before);
  }

  /** Sends everything that has not been sent yet. */
  async sendRest(): Promise<void> {
    const { body, response } = await this.whole;
    response.end(body.subarray(this.sent));
  }

  private reads(): Promise<number> {
    return this.page.evaluate(() => (window as unknown as CountingWindow).reads);
  }
}
