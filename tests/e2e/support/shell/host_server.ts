// The server of a host: it offers the files of a built shell, or forwards to the shell's own server, and
// forwards `/api/` to the backend.

import { readFile } from "node:fs/promises";
import { type IncomingMessage, request as send, type ServerResponse } from "node:http";
import { extname, join } from "node:path";

import { Gateway } from "../servers/gateway.ts";

const TYPES: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** Starts the server. `source` is a folder or the address of another server. */
export function startHostServer(backend: string, source: string): Promise<Gateway> {
  const offer = source.startsWith("http:") ? forward : offerFile;
  return Gateway.start(backend, {
    answer(request, response) {
      if (/^\/(api|demo)\//.test(request.url!)) return false;
      void offer(source, request, response);
      return true;
    },
  });
}

async function offerFile(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url!, "http://host");
  const [, first] = pathname.split("/");
  // A page has a file of its own, or is drawn by the script of the only page.
  const names = extname(pathname) ? [pathname] : [`${first}.html`, `${first}/index.html`, "index.html"];
  for (const name of names) {
    const content = await readFile(join(folder, name)).catch(() => undefined);
    if (!content) continue;
    response.writeHead(200, { "content-type": TYPES[extname(name)] ?? "text/plain" });
    response.end(content);
    return;
  }
  response.writeHead(404).end();
}

async function forward(server: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method, headers } = request;
  const onward = send(server + request.url, { method, headers: { ...headers, host: new URL(server).host } }, (answer) => {
    response.writeHead(answer.statusCode!, answer.headers);
    answer.pipe(response);
  });
  onward.on("error", () => response.destroy());
  request.pipe(onward);
}
