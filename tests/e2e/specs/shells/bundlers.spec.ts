// Tests the package in shells that are built by further bundlers, each with its own packages.

import { describeBundler } from "../../support/shell/describe_bundler.ts";
import { buildPackagedShell } from "../../support/shell/packaged_shells.ts";

for (const [name, isRefused] of [
  ["rspack", true],
  ["rollup", false],
  ["parcel", true],
] as const) {
  describeBundler(name, () => buildPackagedShell(name, "tool-chain"), isRefused);
}
