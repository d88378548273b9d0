// Tests the package in shells that are built by bundlers, as the guide says: the gate is shown, and a
// failure is never an empty page. `specs/shells` does the same with further bundlers.

import { describeBundler } from "../../support/shell/describe_bundler.ts";
import { buildShell, TOOL_CHAINS } from "../../support/shell/tool_chains.ts";

for (const name of Object.keys(TOOL_CHAINS)) {
  describeBundler(name, () => buildShell(name), name === "webpack");
}
