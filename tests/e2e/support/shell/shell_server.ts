// Serves a shell from a server of its own in front of the backend, for browsers whose requests the tests
// cannot intercept.

import { Gateway } from "../servers/gateway.ts";
import { portalFile, ShellFiles, type ShellOptions } from "./shell_files.ts";

/** Starts a server for the shell called `name`. Requests for anything else go to the backend. */
export function startShellServer(
  backend: string,
  name: string,
  options: ShellOptions = {},
): Promise<Gateway> {
  const files = new ShellFiles(name, options);
  return Gateway.start(backend, {
    async answer(request, response) {
      const { pathname } = new URL(request.url!, backend);
      const file = await files.find(pathname, request.headers.accept?.includes("text/html") ?? false);
      if (!file) return false;
      response.writeHead(200, { ...file.headers, "content-type": file.contentType }).end(file.body);
      return true;
    },
    changeUrl: (url) => portalFile(url) ?? url,
  });
}
