// Bundles the script of a shell (a host page) together with an example from the guide, as the shell's
// developers would.

import { fileURLToPath } from "node:url";

import { build, type Loader } from "esbuild";

const TESTS = fileURLToPath(new URL("../../..", import.meta.url));

/** Bundles `tests/e2e/shells/{script}`. Its `import … from "guide"` resolves to `code`, read by `loader`. */
export async function bundleShell(script: string, code: string, loader: Loader): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${TESTS}e2e/shells/${script}`],
    bundle: true,
    write: false,
    format: "esm",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"development"', __VUE_OPTIONS_API__: "true" },
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
    // The guide tells developers to keep the portal out of the shell's own bundle.
    external: ["/partner-portal/*"],
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
  return outputFiles[0]!.text;
}
