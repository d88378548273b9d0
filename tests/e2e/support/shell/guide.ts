// Reads the examples of the guide for embedders, so that tests run them unchanged.

import { readFile } from "node:fs/promises";

/** Returns the first example in this language below this heading. */
export async function example(heading: string, language: string): Promise<string> {
  const guide = await readFile(new URL("../../../../src/embed/README.md", import.meta.url), "utf8");
  const section = guide.split(new RegExp(`\n##+ ${heading}\n`))[1]?.split(/\n##+ /)[0];
  const code = section?.split(`\n\`\`\`${language}\n`)[1]?.split("\n```")[0];
  if (!code) throw new Error(`src/embed/README.md has no example in ${language} below "${heading}"`);
  return code;
}
