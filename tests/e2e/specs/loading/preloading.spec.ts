// Tests that a page can fetch the portal's files before it mounts a portal.

import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { CODE, codeIsThere } from "../../support/early_view.ts";
import { expect, type Page, test } from "../../support/fixtures.ts";
import { tomasz } from "../../support/people.ts";
import { required } from "../../support/required.ts";
import { Shell, type ShellWindow } from "../../support/shell/shell.ts";

/** Returns a list that collects the package files requested from now on. */
function filesOf(page: Page): string[] {
  const files: string[] = [];
  page.on("request", (request) => {
    const [, file] = request.url().split("/partner-portal/");
    if (file) files.push(file);
  });
  return files;
}

const preload = (page: Page, options: object) =>
  page.evaluate(
    (options) => (window as unknown as ShellWindow).entry.preload(options),
    options,
  );

test("preloading draws nothing, and preloaded files are not fetched again", async ({ page, portal }) => {
  await portal.signIn(page, tomasz);
  const shell = await Shell.open(page, portal);
  const files = filesOf(page);
  await preload(page, { basePath: "/partners", locale: "it" });
  const early = [...files];
  for (const name of [/^app-.*\.js$/, /^app-.*\.wasm$/, /^first_view-/, /^first-views\/it-sandbox-/, /^locales\/it-/, /^styles-/]) {
    expect(early).toContainEqual(expect.stringMatching(name));
  }
  await expect(page.locator("dialog")).toHaveCount(0);
  await shell.mount("one", { locale: "it" });
  await codeIsThere(page);
  const scripts = early.filter((file) => /\.(js|wasm)$/.test(file));
  for (const file of scripts) expect(files.filter((other) => other === file), file).toHaveLength(1);
});

test("preloading refuses an invalid option, and ignores files that cannot be fetched", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, tomasz);
  const shell = await Shell.open(page, portal);
  await expect(preload(page, { environment: "test" })).rejects.toThrow(
    "environment must be a text such as sandbox or production",
  );
  await page.route(CODE, (route) => route.abort(), { times: 1 });
  await preload(page, {});
  await shell.mount("one");
  await codeIsThere(page);
});

test("the preload links that the build writes name files of the package", async ({ page, portal }) => {
  await Shell.open(page, portal);
  const folder = required("PORTAL_PACKAGE_DIR");
  const links = await readFile(join(folder, "preload.html"), "utf8");
  const addresses = [...links.matchAll(/href="\/partner-portal\/([^"]+)"/g)].map(([, name]) => name!);
  expect(addresses).toHaveLength(7);
  for (const name of addresses) await readFile(join(folder, "dist", name));
});
