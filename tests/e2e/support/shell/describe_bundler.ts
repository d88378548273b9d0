// The behaviour that every bundler must keep. Each spec names its bundlers.

import { expect, type Page, test } from "../fixtures.ts";
import { amara, tomasz } from "../people.ts";
import type { Gateway } from "../servers/gateway.ts";
import { startHostServer } from "./host_server.ts";
import type { BuiltShell } from "./installed_shell.ts";
import { heading } from "./shell.ts";

const errors = (page: Page) => page.evaluate(() => (window as unknown as { errors: string[] }).errors);

/**
 * Declares the tests of the shell `tool-chain` that `build` builds. Some bundlers replace `import.meta.url`
 * by a path of the machine. Their bundled entry is refused (`isRefused`). With the others, its files are
 * missing.
 */
export function describeBundler(name: string, build: () => Promise<BuiltShell>, isRefused: boolean): void {
  test.describe(`in a shell built by ${name}`, () => {
    test.describe.configure({ mode: "serial" });

    let shell: BuiltShell | undefined;
    let host: Gateway;
    test.beforeAll(async () => {
      shell = await build();
    });
    test.afterAll(() => shell?.stop());
    test.beforeEach(async ({ portal }) => {
      host = await startHostServer(portal.url, shell!.source);
    });
    test.afterEach(() => host.stop());

    test("a locked account sees the modal", async ({ page, portal }) => {
      await portal.signIn(page, tomasz);
      await page.goto(`${host.url}/partners`);
      const modal = page.getByRole("dialog", { name: "Required information" });
      await expect(modal.getByRole("button", { name: "Submit" })).toBeEnabled();
      expect(await errors(page)).toEqual([]);
    });

    test("code that cannot be loaded is a panel with a retry and one event", async ({ page, portal }) => {
      await portal.signIn(page, amara);
      await page.route("**/app-*.wasm", (route) => route.fulfill({ status: 404, body: "" }));
      await page.goto(`${host.url}/partners`);
      await expect(page.getByRole("alert").getByRole("heading")).toHaveText("The portal couldn’t be loaded");
      expect(await errors(page)).toEqual(["load_failed"]);
      await page.unroute("**/app-*.wasm");
      await page.getByRole("button", { name: "Try again" }).click();
      await expect(heading(page, "Home")).toBeVisible();
    });

    test("an entry that cannot be loaded is reported, and loading can be tried again", async ({ page, portal }) => {
      await portal.signIn(page, amara);
      await page.route("**/partner-portal/partner-portal.js", (route) => route.abort());
      await page.goto(`${host.url}/partners`);
      const again = page.getByRole("button", { name: "Load the partner portal again" });
      await expect(again).toBeVisible();
      await page.unroute("**/partner-portal/partner-portal.js");
      await again.click();
      await expect(heading(page, "Home")).toBeVisible();
    });

    test("an entry that was bundled is never an empty page", async ({ page, portal }) => {
      await portal.signIn(page, tomasz);
      await page.goto(`${host.url}/partners?bundled`);
      await expect.poll(() => errors(page)).toEqual(["load_failed"]);
      const refusal = await page.evaluate(() => (window as unknown as { refusal?: string }).refusal);
      const panel = page.getByText("The portal couldn’t be loaded");
      if (isRefused) {
        expect(refusal).toBe("partner-portal: bundled; load it with loadPartnerPortal");
        await expect(panel).toHaveCount(0);
      } else {
        await expect(panel).toBeVisible();
        expect(refusal).toBeUndefined();
      }
    });
  });
}
