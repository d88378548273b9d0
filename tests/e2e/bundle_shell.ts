// The script of a shell, bundled as its developers would, with an example of the guide in it.

import { fileURLToPath } from "node:url";

import { build, type Loader } from "esbuild";

const TESTS = fileURLToPath(new URL("..", import.meta.url));

/** Bundles `tests/shells/{script}`, where `import … from "guide"` is `code` in that language. */
export async function bundleShell(script: string, code: string, loader: Loader): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${TESTS}shells/${script}`],
    bundle: true,
    write: false,
    format: "esm",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"development"', __VUE_OPTIONS_API__: "true" },
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
    // As the guide says: the portal is no part of the shell's own bundle.
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
