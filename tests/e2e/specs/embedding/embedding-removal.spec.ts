// Tests that a portal can be removed in the middle of a navigation: the tasks that the navigation has
// queued are dropped, and the next portal works.

import { expect, type Page, test } from "../../support/fixtures.ts";
import { amara } from "../../support/people.ts";
import { heading, Shell, type ShellWindow } from "../../support/shell/shell.ts";

/** Numbers of microtasks between a navigation and the removal, up to more than showing a page takes. */
const MICROTASKS = [0, 1, 2, 3, 4, 5, 6];

const HELP = "/partners/help";

/** Returns a list that collects the page's uncaught errors from now on. */
function uncaughtOf(page: Page): string[] {
  const uncaught: string[] = [];
  page.on("pageerror", (error) => uncaught.push(error.message));
  return uncaught;
}

/** Navigates as the host's router does, and unmounts the portal after this many microtasks. */
const navigateAndUnmount = (page: Page, microtasks: number) =>
  page.evaluate(
    async ([address, microtasks]) => {
      history.pushState(null, "", address);
      for (let passed = 0; passed < microtasks; passed += 1) await undefined;
      (window as unknown as ShellWindow).handles["one"]!.unmount();
    },
    [HELP, microtasks] as const,
  );

test("a portal that is unmounted at any moment of a navigation breaks nothing", async ({ page, portal }) => {
  const uncaught = uncaughtOf(page);
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal);
  for (const microtasks of MICROTASKS) {
    await shell.mount("one");
    await expect(heading(page, "Home")).toBeVisible();
    await navigateAndUnmount(page, microtasks);
    await page.evaluate(() => history.replaceState(null, "", "/partners"));
  }
  await shell.mount("one", { path: HELP });
  await expect(heading(page, "Help and support")).toBeVisible();
  expect(uncaught).toEqual([]);
  expect(await shell.events("error")).toEqual([]);
});

test("a portal that is unmounted at any moment after a click on a link breaks nothing", async ({
  page,
  portal,
}) => {
  const uncaught = uncaughtOf(page);
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal);
  for (const microtasks of MICROTASKS) {
    await shell.mount("one", { path: "/partners" });
    await expect(heading(page, "Home")).toBeVisible();
    await page.getByRole("link", { name: "Help and support" }).evaluate(async (link, microtasks) => {
      (link as HTMLElement).click();
      for (let passed = 0; passed < microtasks; passed += 1) await undefined;
      (window as unknown as ShellWindow).handles["one"]!.unmount();
    }, microtasks);
  }
  await shell.mount("one", { path: HELP });
  await expect(heading(page, "Help and support")).toBeVisible();
  expect(uncaught).toEqual([]);
  expect(await shell.events("error")).toEqual([]);
});

/** Visits an address as Turbo does: calls `pushState`, then replaces the body. */
const visit = (page: Page, address: string, microtasks: number) =>
  page.evaluate(
    async ([address, microtasks]) => {
      history.pushState(null, "", address);
      for (let passed = 0; passed < microtasks; passed += 1) await undefined;
      const element = document.createElement("partner-portal");
      Object.assign(element, { apiBase: "/api/v1", basePath: "/partners" });
      const body = document.createElement("body");
      body.append(element);
      document.body.replaceWith(body);
    },
    [address, microtasks] as const,
  );

test("a page that Turbo replaces at any moment of a navigation shows the new portal", async ({
  page,
  portal,
}) => {
  const uncaught = uncaughtOf(page);
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal);
  await page.evaluate(() => (window as unknown as ShellWindow).entry.defineElement());
  for (const microtasks of MICROTASKS) {
    await visit(page, "/partners", microtasks);
    await expect(heading(page, "Home")).toBeVisible();
    await visit(page, HELP, microtasks);
    await expect(heading(page, "Help and support")).toBeVisible();
  }
  expect(uncaught).toEqual([]);
  expect(await shell.events("error")).toEqual([]);
});
