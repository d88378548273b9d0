// The examples of the README, which the tests run as they stand there.

import { readFile } from "node:fs/promises";

/** The first example in a language below a heading of the third level. */
export async function example(heading: string, language: string): Promise<string> {
  const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  const section = readme.split(`\n### ${heading}\n`)[1]?.split("\n##")[0];
  const code = section?.split(`\n\`\`\`${language}\n`)[1]?.split("\n```")[0];
  if (!code) throw new Error(`README.md has no example in ${language} below "${heading}"`);
  return code;
}
