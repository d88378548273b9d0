// Reads the environment variables that `cargo xtask test e2e` sets.

/** Returns the value of a variable. Throws if it is not set. */
export function required(variable: string): string {
  const value = process.env[variable];
  if (!value) throw new Error(`${variable} is not set: run \`cargo xtask test e2e\``);
  return value;
}
