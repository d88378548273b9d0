// Tests the element in shells whose routers exchange the body of the page and keep pages in a cache.

import { expect, type Page, test } from "../../support/fixtures.ts";
import { amara, tomasz } from "../../support/people.ts";
import type { Gateway } from "../../support/servers/gateway.ts";
import { startHostServer } from "../../support/shell/host_server.ts";
import type { BuiltShell } from "../../support/shell/installed_shell.ts";
import { buildPages } from "../../support/shell/packaged_shells.ts";
import { heading } from "../../support/shell/shell.ts";

const link = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Acme" }).getByRole("link", { name });
// A router that loads a new document would prove nothing.
const markDocument = (page: Page) => page.evaluate(() => void Object.assign(window, { isMarked: true }));
const expectSameDocument = async (page: Page) =>
  expect(await page.evaluate(() => "isMarked" in window)).toBe(true);
const modal = (page: Page) => page.getByRole("dialog", { name: "Required information" });

for (const name of ["turbo", "htmx", "astro"]) {
  test.describe(`in a shell with ${name}`, () => {
    test.describe.configure({ mode: "serial" });

    let shell: BuiltShell | undefined;
    let host: Gateway;
    test.beforeAll(async () => {
      shell = await buildPages(name);
    });
    test.afterAll(() => shell?.stop());
    test.beforeEach(async ({ portal }) => {
      host = await startHostServer(portal.url, shell!.source);
    });
    test.afterEach(() => host.stop());

    test("the gate of a locked account opens with the page, and again from the cache", async ({ page, portal }) => {
      await portal.signIn(page, tomasz);
      await page.goto(`${host.url}/news`);
      await markDocument(page);
      await link(page, "Partners").click();
      await expect(modal(page).getByRole("button", { name: "Submit" })).toBeEnabled();
      await page.goBack();
      await expect(page.getByText("Acme news")).toBeVisible();
      await expect(modal(page)).toHaveCount(0);
      await page.goForward();
      await expect(modal(page)).toHaveCount(1);
      await expect(modal(page).getByRole("button", { name: "Submit" })).toBeEnabled();
      await expectSameDocument(page);
    });

    test("an open portal comes and goes with its page", async ({ page, portal }) => {
      await portal.signIn(page, amara);
      await page.goto(`${host.url}/news`);
      await markDocument(page);
      for (let times = 0; times < 3; times += 1) {
        await link(page, "Partners").click();
        await expect(heading(page, "Home")).toBeVisible();
        await link(page, "News").click();
        await expect(page.getByText("Acme news")).toBeVisible();
        await expect(heading(page, "Home")).toHaveCount(0);
      }
      await expectSameDocument(page);
    });

    test("the portal's own links are not taken over by the router", async ({ page, portal }) => {
      await portal.signIn(page, amara);
      await page.goto(`${host.url}/partners`);
      await markDocument(page);
      await page.locator(".portal-main").getByRole("link").first().click();
      await expect(heading(page, "Home")).toHaveCount(0);
      await expect(page).toHaveURL(/\/partners\/./);
      await page.goBack();
      await expect(heading(page, "Home")).toBeVisible();
      await expectSameDocument(page);
    });
  });
}
