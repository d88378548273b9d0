// Tests the package in shells that are built by bundlers, as the guide says: the gate is shown, and a
// failure is never an empty page.

import { expect, type Page, test } from "../../support/fixtures.ts";
import { amara, tomasz } from "../../support/people.ts";
import { startHostServer } from "../../support/shell/host_server.ts";
import { heading } from "../../support/shell/shell.ts";
import { type BuiltShell, buildShell, TOOL_CHAINS } from "../../support/shell/tool_chains.ts";
import type { Gateway } from "../../support/servers/gateway.ts";

/** The bundlers that replace `import.meta.url` by a path of the machine. With the others, the files are missing. */
const NAMES_ITS_OWN_PATHS = ["webpack"];

const errors = (page: Page) => page.evaluate(() => (window as unknown as { errors: string[] }).errors);

for (const name of Object.keys(TOOL_CHAINS)) {
  test.describe(`in a shell built by ${name}`, () => {
    test.describe.configure({ mode: "serial" });

    let shell: BuiltShell;
    let host: Gateway;
    test.beforeAll(async () => {
      shell = await buildShell(name);
    });
    test.afterAll(() => shell.stop());
    test.beforeEach(async ({ portal }) => {
      host = await startHostServer(portal.url, shell.source);
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
      if (NAMES_ITS_OWN_PATHS.includes(name)) {
        expect(refusal).toBe("partner-portal: bundled; load it with loadPartnerPortal");
        await expect(panel).toHaveCount(0);
      } else {
        await expect(panel).toBeVisible();
        expect(refusal).toBeUndefined();
      }
    });
  });
}
