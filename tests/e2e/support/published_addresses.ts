// Reads the test addresses of other projects from their packages, so that none are copied.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const { resolve } = createRequire(import.meta.url);

function read(name: string, file: string): Promise<string> {
  return readFile(join(dirname(resolve(`${name}/package.json`)), file), "utf8");
}

/** Returns the string literals of a script that contain an `@`. */
function quoted(script: string): string[] {
  return [...script.matchAll(/"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'/g)]
    .map(([, double, single]) => (double ?? single!).replaceAll(/\\(.)/g, "$1"))
    .filter((text) => text.includes("@"));
}

/** Returns the texts of the `address` elements, with character references resolved. */
function elements(xml: string): string[] {
  const names: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
  return [...xml.matchAll(/<address>([^<]*)<\/address>/g)].map(([, text]) =>
    text!.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex, decimal, name) => {
      if (name) return names[name as string] ?? "";
      return String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal));
    }),
  );
}

/** Returns the addresses by the name of their package. */
export async function publishedAddresses(): Promise<Record<string, string[]>> {
  const pairs = JSON.parse(await read("isemail", "test/tests.json")) as [string, string][];
  return {
    "email-addresses": elements(await read("email-addresses", "test/tests.xml")),
    isemail: pairs.map(([text]) => text),
    "email-validator": quoted(await read("email-validator", "test.js")),
    "sane-email-validation": quoted(await read("sane-email-validation", "tests/unit/index.js")),
  };
}
