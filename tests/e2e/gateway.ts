// What operators put between the browser and the backend: a proxy that passes on, changes or answers
// requests itself.

import { once } from "node:events";
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as send,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";

/** What a gateway does; without it everything passes unchanged. */
export interface Rules {
  /** Answers the request itself and returns `true`, or returns `false`. */
  answer?(request: IncomingMessage, response: ServerResponse): boolean;
  /** Changes what the backend gets. */
  changeRequest?(headers: IncomingHttpHeaders, request: IncomingMessage): void;
  /** Changes what the browser gets. */
  changeResponse?(headers: IncomingHttpHeaders): void;
}

export class Gateway {
  /** They can change at any time. */
  rules: Rules = {};

  private constructor(
    private readonly server: Server,
    /** Where it listens, without a slash at the end. */
    readonly url: string,
  ) {}

  static async start(backend: string, rules: Rules = {}): Promise<Gateway> {
    const server = createServer((request, response) => gateway.pass(request, response, backend));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const gateway = new Gateway(server, `http://127.0.0.1:${port}`);
    gateway.rules = rules;
    return gateway;
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, "close");
  }

  private pass(request: IncomingMessage, response: ServerResponse, backend: string): void {
    if (this.rules.answer?.(request, response)) return;
    const headers = { ...request.headers };
    this.rules.changeRequest?.(headers, request);
    const { method } = request;
    const onward = send(backend + request.url, { method, headers }, (answer) => {
      this.rules.changeResponse?.(answer.headers);
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    });
    onward.on("error", () => response.destroy());
    response.on("close", () => onward.destroy());
    request.pipe(onward);
  }
}
