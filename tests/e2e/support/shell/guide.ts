// Reads the examples of the README, so that tests run them unchanged.

import { readFile } from "node:fs/promises";

/** Returns the first example in this language below this third-level heading. */
export async function example(heading: string, language: string): Promise<string> {
  const readme = await readFile(new URL("../../../../README.md", import.meta.url), "utf8");
  const section = readme.split(`\n### ${heading}\n`)[1]?.split("\n##")[0];
  const code = section?.split(`\n\`\`\`${language}\n`)[1]?.split("\n```")[0];
  if (!code) throw new Error(`README.md has no example in ${language} below "${heading}"`);
  return code;
}
