// A proxy between the browser and the backend, as operators run one. It forwards requests, changes them
// or answers them itself.

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

/** The behaviour of a gateway. Without any rule it forwards everything unchanged. */
export interface Rules {
  /** Answers the request itself and returns `true`, or returns `false`. */
  answer?(request: IncomingMessage, response: ServerResponse): boolean | Promise<boolean>;
  /** Changes the path and query that the backend receives. */
  changeUrl?(url: string): string;
  /** Changes the request headers that the backend receives. */
  changeRequest?(headers: IncomingHttpHeaders, request: IncomingMessage): void;
  /** Changes the response headers that the browser receives. */
  changeResponse?(headers: IncomingHttpHeaders): void;
}

export class Gateway {
  /** The rules, which can be replaced at any time. */
  rules: Rules = {};

  private constructor(
    private readonly server: Server,
    /** The address it listens on, without a trailing slash. */
    readonly url: string,
  ) {}

  static async start(backend: string, rules: Rules = {}): Promise<Gateway> {
    const server = createServer((request, response) => {
      gateway.pass(request, response, backend).catch(() => response.destroy());
    });
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

  private async pass(
    request: IncomingMessage,
    response: ServerResponse,
    backend: string,
  ): Promise<void> {
    if (await this.rules.answer?.(request, response)) return;
    const headers = { ...request.headers };
    this.rules.changeRequest?.(headers, request);
    const { method } = request;
    const url = this.rules.changeUrl?.(request.url!) ?? request.url!;
    const onward = send(backend + url, { method, headers }, (answer) => {
      this.rules.changeResponse?.(answer.headers);
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    });
    onward.on("error", () => response.destroy());
    response.on("close", () => onward.destroy());
    request.pipe(onward);
  }
}
