// Bundles the script of a shell (a host page) together with an example from the guide, as the shell's
// developers would.

import { fileURLToPath } from "node:url";

import { build, type BuildOptions, type Loader } from "esbuild";

import { required } from "../required.ts";

const TESTS = fileURLToPath(new URL("../../..", import.meta.url));

/** Bundles `tests/e2e/shells/{script}`. Its `import … from "guide"` resolves to `code`, read by `loader`. */
export function bundleShell(script: string, code: string, loader: Loader): Promise<string> {
  return bundle({
    entryPoints: [`${TESTS}e2e/shells/${script}`],
    plugins: [
      {
        name: "guide",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^guide$/ }, () => ({ path: "guide", namespace: "guide" }));
          onLoad({ filter: /.*/, namespace: "guide" }, () => ({
            contents: code,
            loader,
            resolveDir: TESTS,
          }));
        },
      },
    ],
  });
}

/** Bundles an example from the guide that is a whole script. */
export const bundleExample = (contents: string): Promise<string> =>
  bundle({ stdin: { contents, resolveDir: TESTS } });

async function bundle(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    ...options,
    bundle: true,
    write: false,
    format: "esm",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"development"', __VUE_OPTIONS_API__: "true" },
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
    alias: { "partner-portal": required("PORTAL_PACKAGE_DIR") },
    // The served entry is never bundled.
    external: ["/partner-portal/*"],
  });
  return outputFiles![0]!.text;
}
