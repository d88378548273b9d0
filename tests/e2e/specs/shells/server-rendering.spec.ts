// Tests the element in shells that render their pages on a server.

import { expect, test } from "../../support/fixtures.ts";
import { amara, tomasz } from "../../support/people.ts";
import type { Gateway } from "../../support/servers/gateway.ts";
import { startHostServer } from "../../support/shell/host_server.ts";
import type { BuiltShell } from "../../support/shell/installed_shell.ts";
import { startPackagedShell } from "../../support/shell/packaged_shells.ts";
import { consoleOf, heading } from "../../support/shell/shell.ts";

for (const name of ["next", "nuxt"]) {
  test.describe(`in a shell with ${name}`, () => {
    test.describe.configure({ mode: "serial" });

    let shell: BuiltShell | undefined;
    let host: Gateway;
    test.beforeAll(async () => {
      test.setTimeout(300_000);
      shell = await startPackagedShell(name);
    });
    test.afterAll(() => shell?.stop());
    test.beforeEach(async ({ portal }) => {
      host = await startHostServer(portal.url, shell!.source);
    });
    test.afterEach(() => host.stop());

    test("the server renders the element, which waits for the page", async ({ request }) => {
      const page = await (await request.get(`${host.url}/partners`)).text();
      expect(page).toContain("<partner-portal wait");
    });

    test("a locked account sees the modal", async ({ page, portal }) => {
      await portal.signIn(page, tomasz);
      const told = consoleOf(page);
      await page.goto(`${host.url}/partners`);
      const modal = page.getByRole("dialog", { name: "Required information" });
      await expect(modal.getByRole("button", { name: "Submit" })).toBeEnabled();
      expect(told).toEqual([]);
    });

    test("an open portal comes and goes with its page", async ({ page, portal }) => {
      await portal.signIn(page, amara);
      await page.goto(`${host.url}/news`);
      const link = (name: string) => page.getByRole("link", { name, exact: true });
      for (let times = 0; times < 2; times += 1) {
        await link("Partners").click();
        await expect(heading(page, "Home")).toBeVisible();
        await link("News").click();
        await expect(page.getByText("Acme news")).toBeVisible();
        await expect(heading(page, "Home")).toHaveCount(0);
      }
    });

    test("code that cannot be loaded is a panel with a retry", async ({ page, portal }) => {
      await portal.signIn(page, amara);
      await page.route("**/app-*.wasm", (route) => route.fulfill({ status: 404, body: "" }));
      await page.goto(`${host.url}/partners`);
      await expect(page.getByRole("alert").getByRole("button", { name: "Try again" })).toBeVisible();
    });
  });
}
