// What `cargo xtask test e2e` tells the tests.

/** The variable's value; the tests cannot run without it. */
export function required(variable: string): string {
  const value = process.env[variable];
  if (!value) throw new Error(`${variable} is not set: run \`cargo xtask test e2e\``);
  return value;
}
