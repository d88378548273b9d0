// Tests in WebKitGTK a portal in pages of hosts: mounted, moved, hidden, beside another, unmounted.

import { HIDING, MOVES, addPlaces, modalDialogs, putBack, remove, show } from "../support/host_changes.ts";
import { amara, giulia } from "../support/people.ts";
import { Shell } from "../support/shell/shell.ts";
import { startShellServer } from "../support/shell/shell_server.ts";
import { expect, test as base } from "../support/webkit/fixtures.ts";
import { expectFocused, expectGone, expectShown, type WebKitWindow } from "../support/webkit/window.ts";

const ADDRESS = "kept@example.com";

/** Opens a page of the shell called `name` for a signed-in user, and returns the shell's address. */
type OpenShell = (name: string, user: object, path?: string) => Promise<string>;

const test = base.extend<{ openShell: OpenShell }>({
  openShell: async ({ portal, window }, use) => {
    const stops: (() => Promise<void>)[] = [];
    await use(async (name, user, path = "/partners") => {
      const server = await startShellServer(portal.url, name);
      stops.push(() => server.stop());
      await window.signIn(portal, user, server.url);
      await window.goto(server.url + path);
      return server.url;
    });
    for (const stop of stops) await stop();
  },
});

const modality = (window: WebKitWindow) => window.evaluate(modalDialogs);
const heading = (window: WebKitWindow, name: string) => window.control("heading", name);

test.describe("while the account is locked", () => {
  const box = (window: WebKitWindow) =>
    window.control("textbox", "Operational contact (to share with users)");

  test.beforeEach(async ({ openShell, window }) => {
    await openShell("blank", giulia);
    await window.evaluate(addPlaces);
    await (await Shell.start(window)).mount("one");
    await box(window).fill(ADDRESS);
  });

  async function expectHeld(window: WebKitWindow): Promise<void> {
    await expect.poll(() => modality(window)).toEqual([true]);
    await expectFocused(box(window));
    expect(await box(window).property("value")).toBe(ADDRESS);
    await window.press("Escape", "Escape");
    expect(await modality(window)).toEqual([true]);
  }

  async function expectUsablePage(window: WebKitWindow): Promise<void> {
    const own = window.control("button", "The host's own");
    await own.click();
    expect(await own.attribute("aria-pressed")).toBe("true");
  }

  for (const [name, move] of Object.entries(MOVES)) {
    test(`the element ${name} is covered by the modal at once`, async ({ window }) => {
      await window.evaluate(move);
      await expectHeld(window);
    });
  }

  for (const [name, hide] of Object.entries(HIDING)) {
    test(`with ${name} the host page can be used until the element is shown again`, async ({ window }) => {
      await window.evaluate(hide);
      await expect.poll(() => modality(window)).toEqual([false]);
      await expectUsablePage(window);
      await window.evaluate(show);
      await expectHeld(window);
    });
  }

  test("a removed element leaves the page usable, and the modal covers it again once it is back", async ({
    window,
  }) => {
    await window.evaluate(remove);
    await expectUsablePage(window);
    await window.evaluate(putBack);
    await expectHeld(window);
  });
});

test("a shell without a framework keeps its links", async ({ openShell, window }) => {
  const address = await openShell("plain", amara, "/news");
  // The shell draws its links in capitals, and WebKitGTK names them so.
  await window.control("link", /^partners$/i).follow();
  await expectShown(heading(window, "Home"));
  await window.control("link", "Help and support").follow();
  await expectShown(heading(window, "Help and support"));
  await window.evaluate(() => history.back());
  await expectShown(heading(window, "Home"));
  await window.control("link", /^archive$/i).follow();
  await expectGone(heading(window, "Home"));
  expect(await window.address()).toBe(`${address}/partners-archive`);
});

test("without the Navigation API, a page that the shell pushes and passes on is shown", async ({
  openShell,
  window,
}) => {
  await openShell("blank", amara);
  expect(await window.evaluate(() => "navigation" in globalThis)).toBe(false);
  const shell = await Shell.start(window);
  await shell.mount("one");
  await expectShown(heading(window, "Home"));
  await window.evaluate(() => history.pushState(null, "", "/partners/help"));
  await shell.update("one", { path: "/partners/help" });
  await expectShown(heading(window, "Help and support"));
});

test("an unmounted portal leaves nothing behind, and its page is as before", async ({
  openShell,
  window,
}) => {
  const traces = () =>
    window.evaluate(() => ({
      html: [...document.documentElement.attributes].map(({ name, value }) => [name, value]),
      body: document.body.outerHTML,
      title: document.title,
      head: document.head.innerHTML,
      state: history.state as unknown,
      storage: [localStorage.length, sessionStorage.length],
      globals: Object.getOwnPropertyNames(window).length,
      shadow: document.getElementById("one")!.shadowRoot?.childElementCount ?? 0,
    }));
  await openShell("blank", giulia);
  const shell = await Shell.start(window);
  const before = await traces();
  for (let times = 0; times < 3; times += 1) {
    await shell.mount("one");
    await expectShown(window.control("button", "Add schedule"));
    await shell.unmount("one");
    await expectGone(window.control("dialog"));
  }
  expect(await traces()).toEqual(before);
  await window.press("Escape");
  expect(await shell.events("error")).toEqual([]);
});

test("two portals on one page have their own languages", async ({ openShell, window }) => {
  await openShell("blank", amara);
  const shell = await Shell.start(window);
  await shell.mount("one", { locale: "en" });
  await shell.mount("two", { locale: "es", basePath: "/socios" });
  await expectShown(heading(window, "Home"));
  await expectShown(heading(window, "Inicio"));
  await shell.unmount("two");
  await expectGone(heading(window, "Inicio"));
  await expectShown(heading(window, "Home"));
});
