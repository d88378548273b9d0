// A file that reaches the browser piece by piece, as on a slow connection. The test sends each piece.

import type { IncomingMessage, ServerResponse } from "node:http";

import type { Gateway } from "./gateway.ts";

/** The bytes of a piece. */
const PIECE = 1_000;

interface Transfer {
  /** The path that was requested. */
  path: string;
  body: Buffer;
  response: ServerResponse;
  sent: number;
}

export class SlowFile {
  private begin!: (transfer: Promise<Transfer>) => void;
  private readonly transfer = new Promise<Transfer>((resolve) => (this.begin = resolve));
  private isRequested = false;

  /** Serves the first file with this address that the gateway is asked for. Later requests are not slow. */
  constructor(
    gateway: Gateway,
    private readonly backend: string,
    address: RegExp,
  ) {
    const { answer } = gateway.rules;
    gateway.rules.answer = (request, response) => {
      if (this.isRequested || !address.test(request.url!)) return answer?.(request, response) ?? false;
      this.isRequested = true;
      this.begin(this.read(request, response));
      return true;
    };
  }

  /** Waits until the browser has requested the file. */
  async requested(): Promise<void> {
    await this.transfer;
  }

  /** Sends the next piece. Returns the path and the number of bytes that have been sent so far. */
  async sendPiece(): Promise<{ path: string; sent: number }> {
    const transfer = await this.transfer;
    const { path, body, response, sent } = transfer;
    transfer.sent += PIECE;
    if (transfer.sent >= body.length) throw new Error(`${path} has no further piece`);
    response.write(body.subarray(sent, transfer.sent));
    return { path, sent: transfer.sent };
  }

  /** Sends everything that has not been sent yet. */
  async sendRest(): Promise<void> {
    const { body, response, sent } = await this.transfer;
    response.end(body.subarray(sent));
  }

  private async read(request: IncomingMessage, response: ServerResponse): Promise<Transfer> {
    const path = request.url!;
    const file = await fetch(this.backend + path);
    const body = Buffer.from(await file.arrayBuffer());
    response.writeHead(file.status, {
      "content-type": file.headers.get("content-type")!,
      "content-length": body.length,
    });
    return { path, body, response, sent: 0 };
  }
}
