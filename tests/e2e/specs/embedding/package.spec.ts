// Tests the npm package: bundlers and TypeScript find the files and types that it declares, every file
// matches its digest, and the documents are included.

import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { publint } from "publint";
import { formatMessage } from "publint/utils";

import { build } from "esbuild";

import { expect, test } from "../../support/fixtures.ts";
import { example } from "../../support/shell/guide.ts";

type MountOptions = import("../../../../src/embed/partner-portal.js").MountOptions;
type UpdateOptions = import("../../../../src/embed/partner-portal.js").UpdateOptions;

const run = promisify(execFile);
const PACKAGE = process.env.PORTAL_PACKAGE_DIR!;
const TOOLS = fileURLToPath(new URL("../../../node_modules/.bin/", import.meta.url));

test("passes the checks of publint", async () => {
  const { messages, pkg } = await publint({ pkgDir: PACKAGE, strict: true, level: "suggestion" });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test("has types that every kind of ES module resolution finds", async () => {
  const folder = await mkdtemp(join(tmpdir(), "partner-portal-package-"));
  try {
    const packed = await run("npm", ["pack", "--silent", "--pack-destination", folder], {
      cwd: PACKAGE,
    });
    const attw = await run(join(TOOLS, "attw"), [
      join(folder, packed.stdout.trim().split("\n").at(-1)!),
      "--format=json",
    ]).catch((error: { stdout: string }) => error);
    const { problems } = JSON.parse(attw.stdout) as {
      problems: Record<string, { resolutionKind: string }[]>;
    };
    // The package is an ES module for browsers, so `require` and resolution without `exports` do not
    // count.
    const meant = Object.entries(problems).map(([kind, cases]) => [
      kind,
      cases.filter(({ resolutionKind }) => !["node10", "node16-cjs"].includes(resolutionKind)),
    ]);
    expect(meant.filter(([, cases]) => cases!.length > 0)).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("is published with the guide, the licences and the changes of each version", async () => {
  const packed = await run("npm", ["pack", "--dry-run", "--json"], { cwd: PACKAGE });
  const [{ files }] = JSON.parse(packed.stdout) as [{ files: { path: string }[] }];
  const published = files.map(({ path }) => path);
  for (const [document, source] of [
    ["README.md", "src/embed/README.md"],
    ["CHANGELOG.md", "CHANGELOG.md"],
    ["LICENSE", "LICENSE"],
    ["LICENSE-UNICODE", "LICENSE-UNICODE"],
  ] as const) {
    expect(published).toContain(document);
    const original = new URL(`../../../../${source}`, import.meta.url);
    expect(await readFile(join(PACKAGE, document), "utf8")).toBe(await readFile(original, "utf8"));
  }
  expect(published).toContain("THIRD-PARTY-LICENSES.txt");
  const libraries = await readFile(join(PACKAGE, "THIRD-PARTY-LICENSES.txt"), "utf8");
  for (const library of ["leptos", "wasm-bindgen", "icu_normalizer"]) {
    expect(libraries).toMatch(new RegExp(`^${library} [0-9.]+ \\(.+\\)$`, "m"));
  }
});

test("contains no path of the machine that built it", async () => {
  const files = await readdir(PACKAGE, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    files
      .filter((file) => file.isFile())
      .map((file) => readFile(join(file.parentPath, file.name), "latin1")),
  );
  // The messages of panics would contain the path of the source file.
  for (const path of ["/registry/src/", homedir()]) {
    expect(texts.filter((text) => text.includes(path))).toHaveLength(0);
  }
});

const USE = `import { loadPartnerPortal, loadSingleSpa, type PortalHandle } from "partner-portal";
import { mount as servedMount } from "/partner-portal/partner-portal.js";

const { defineElement, mount } = await loadPartnerPortal({ from: "/partner-portal/" });
const lifecycles = await loadSingleSpa({ from: "/partner-portal/" });
// @ts-expect-error: from is required.
await loadPartnerPortal({});
export const same: typeof mount = servedMount;
const element = document.createElement("partner-portal");
element.apiBase = "/api/v1";
element.addEventListener("partner-portal:navigate", ({ detail }) => detail.path.length);
document.addEventListener("partner-portal:error", ({ detail }) => detail.type === "styles_not_loaded");
const handle: PortalHandle = await mount(element, {
  apiBase: "/api/v1",
  basePath: "/partners",
  getToken: async ({ reason }) => (reason === "expired" ? null : "token"),
  onNavigate: (path, { replace }) => history[replace ? "replaceState" : "pushState"](null, "", path),
  appearance: { colorScheme: "auto", variables: { "--portal-accent": "#0b57d0" } },
  messages: { he: { Submit: "x" } },
});
handle.update({ locale: "he" });
// @ts-expect-error: update does not accept an option that cannot change.
handle.update({ basePath: "/x" });
await defineElement();
element.start();
await lifecycles.mount({ name: "partners", apiBase: "/api/v1", basePath: "/partners" });
export const status: "open" | "failed" | string = handle.status;
`;

/** The line of the guide that declares the types of the served entry. */
const DECLARATION = `declare module "*/partner-portal/partner-portal.js" { export * from "partner-portal/partner-portal.js" }`;

const USE_IN_JSX = `import type {} from "./elements.ts";
export const portal = <partner-portal apiBase="/api/v1" basePath="/partners" wait ref={(it) => void it?.start()} />;
// @ts-expect-error: chrome has no such value.
export const wrong = <partner-portal chrome="some" />;
`;

test("compiles in a TypeScript project that uses it as the guide shows", async () => {
  const folder = await mkdtemp(join(tmpdir(), "partner-portal-consumer-"));
  try {
    await mkdir(join(folder, "node_modules/@types"), { recursive: true });
    await symlink(PACKAGE, join(folder, "node_modules/partner-portal"));
    const react = fileURLToPath(new URL("../../../node_modules/@types/react", import.meta.url));
    await symlink(react, join(folder, "node_modules/@types/react"));
    await writeFile(join(folder, "package.json"), `{ "type": "module" }`);
    await writeFile(join(folder, "use.ts"), USE);
    await writeFile(join(folder, "use.tsx"), USE_IN_JSX);
    await writeFile(join(folder, "elements.ts"), await example("React", "ts"));
    expect(await readFile(join(PACKAGE, "README.md"), "utf8")).toContain(DECLARATION);
    await writeFile(join(folder, "address.d.ts"), DECLARATION);
    const language = ["--noEmit", "--strict", "--target", "es2022", "--lib", "es2022,dom"];
    const files = ["--jsx", "react-jsx", "--allowImportingTsExtensions", "use.ts", "use.tsx", "address.d.ts"];
    for (const [module, resolution] of [
      ["esnext", "bundler"],
      ["nodenext", "nodenext"],
    ]) {
      const modules = ["--module", module!, "--moduleResolution", resolution!];
      const outcome = await run(join(TOOLS, "tsc"), [...language, ...modules, ...files], {
        cwd: folder,
      }).catch((error: { stdout: string }) => error);
      expect(outcome.stdout, resolution).toBe("");
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("declares exactly the options that the entry accepts", async () => {
  // The compiler compares this list with the declarations, and the assertion compares it with the entry.
  const changeable: Record<keyof UpdateOptions, true> = {
    locale: true,
    environment: true,
    path: true,
    appearance: true,
  };
  const all: Record<keyof MountOptions, true> = {
    ...changeable,
    apiBase: true,
    basePath: true,
    accountId: true,
    chrome: true,
    getToken: true,
    onNavigate: true,
    messages: true,
  };
  const source = fileURLToPath(new URL("../../../../src/embed/options.js", import.meta.url));
  const { outputFiles } = await build({ entryPoints: [source], format: "esm", write: false });
  const url = `data:text/javascript,${encodeURIComponent(outputFiles[0]!.text)}`;
  const { OPTIONS, CHANGEABLE } = (await import(url)) as Record<string, object>;
  expect(Object.keys(OPTIONS!).sort()).toEqual(Object.keys(all).sort());
  expect(Object.keys(CHANGEABLE!).sort()).toEqual(Object.keys(changeable).sort());
});

test("lists the digest of every file that it contains", async () => {
  const folder = join(PACKAGE, "dist");
  const listed = JSON.parse(await readFile(join(folder, "integrity.json"), "utf8")) as Record<
    string,
    { integrity: string; bytes: number; brotli: number }
  >;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((name) => !name.endsWith(".d.ts") && name !== "integrity.json");
  expect(Object.keys(listed).sort()).toEqual(files.sort());
  for (const file of files) {
    const content = await readFile(join(folder, file));
    const digest = createHash("sha384").update(content).digest("base64");
    expect(listed[file], file).toEqual({
      integrity: `sha384-${digest}`,
      bytes: content.length,
      brotli: expect.any(Number),
    });
    expect(listed[file]!.brotli, file).toBeLessThanOrEqual(content.length);
  }
});
