// Tests how the frameworks of host pages pass options, mount portals and write addresses.

import { expect, test } from "../../support/fixtures.ts";
import { amara } from "../../support/people.ts";
import { consoleOf, heading, Shell, type ShellWindow } from "../../support/shell/shell.ts";

const TEXTS = ["accountId", "environment", "locale", "chrome", "path"];
const OTHERS = ["getToken", "onNavigate", "appearance", "messages"];

const all = (names: string[], value: unknown) =>
  Object.fromEntries(names.map((name) => [name, value]));

for (const value of [null, ""]) {
  test(`an optional text that is ${JSON.stringify(value)} counts as absent`, async ({ page, portal }) => {
    await portal.signIn(page, amara);
    const shell = await Shell.open(page, portal);
    const told = consoleOf(page);
    await shell.mount("one", { ...all(TEXTS, value), ...all(OTHERS, null) });
    await expect(heading(page, "Home")).toBeVisible();
    await expect(page.getByRole("navigation"), "chrome is none").toHaveCount(0);
    await shell.update("one", { locale: "pl" });
    await expect(heading(page, "Strona główna")).toBeVisible();
    const changes = { locale: value, environment: value, path: value, appearance: null };
    await shell.update("one", changes);
    await expect(heading(page, "Home")).toBeVisible();
    expect(told).toEqual([]);
    expect(await shell.events("error")).toEqual([]);
  });
}

test("a missing required option is refused, and so is an empty string in place of a function", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal);
  for (const value of [null, ""]) {
    expect(await shell.refusal({ apiBase: value })).toContain("apiBase must be a text such as /api/v1");
    expect(await shell.refusal({ basePath: value })).toContain("basePath must be a text such as");
  }
  expect(await shell.refusal({ getToken: "" })).toContain("getToken must be of type function");
});

test("an element's empty attributes count as absent", async ({ page, portal }) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal);
  const told = consoleOf(page);
  await page.evaluate(async () => {
    await (window as unknown as ShellWindow).entry.defineElement();
    const element = document.createElement("partner-portal");
    for (const name of ["api-base", "base-path", "account-id", "environment", "locale", "chrome", "path"]) {
      element.setAttribute(name, "");
    }
    document.getElementById("one")!.append(element);
  });
  await expect.poll(() => told).toEqual(["partner-portal: the element waits for apiBase basePath"]);
  await page.locator("partner-portal").evaluate((element) => {
    element.setAttribute("api-base", "/api/v1");
    element.setAttribute("base-path", "/partners");
  });
  await expect(heading(page, "Home")).toBeVisible();
  expect(await shell.events("error")).toEqual([]);
});

for (const [messages, how] of [
  [null, "at once"],
  [{ en: { Home: "Start" } }, "after a script"],
] as const) {
  test(`if the first of two portals mounted in one tick is unmounted, the second is shown ${how}`, async ({
    page,
    portal,
  }) => {
    await portal.signIn(page, amara);
    const shell = await Shell.open(page, portal);
    await page.evaluate(async (messages) => {
      const { entry, handles } = window as unknown as ShellWindow;
      const options = { apiBase: "/api/v1", basePath: "/partners", messages: messages ?? undefined };
      // React's StrictMode runs an effect, cleans it up and runs it again.
      const effect = (chrome: "none" | "full") => {
        const mounting = entry.mount(document.getElementById("one")!, { ...options, chrome });
        void mounting.then((handle) => (handles["one"] = handle));
        return () => void mounting.then((handle) => handle.unmount());
      };
      effect("none")();
      effect("full");
    }, messages);
    await expect(heading(page, messages ? "Start" : "Home")).toBeVisible();
    await expect(page.getByRole("navigation")).toBeVisible();
    expect(await shell.statuses()).toEqual(["open"]);
    expect(await shell.events("error")).toEqual([]);
  });
}

for (const [base, other] of [
  ["/espace client/portäl", "/espace%20client/port%C3%A4l"],
  ["/espace%20client/port%c3%a4l", "/espace client/portäl"],
  ["/שותפים", "/%D7%A9%D7%95%D7%AA%D7%A4%D7%99%D7%9D"],
] as const) {
  test(`the base path ${base} matches addresses with and without percent-encoding`, async ({ page, portal }) => {
    await portal.signIn(page, amara);
    const shell = await Shell.open(page, portal, `${other}/help`);
    const told = consoleOf(page);
    await shell.mount("one", { basePath: base });
    await expect(heading(page, "Help and support")).toBeVisible();
    const link = (name: string) => page.getByRole("link", { name, exact: true });
    await expect(link("Help and support")).toHaveAttribute("aria-current", "page");

    await link("Home").click();
    await expect(heading(page, "Home")).toBeVisible();
    await expect(link("Home")).toHaveAttribute("aria-current", "page");
    expect(decodeURI(new URL(page.url()).pathname)).toBe(`${decodeURI(base)}/`);
    await page.goBack();
    await expect(heading(page, "Help and support")).toBeVisible();

    const length = await page.evaluate(() => history.length);
    await shell.update("one", { path: `${base}/help` });
    await shell.update("one", { path: `${other}/help` });
    expect(await page.evaluate(() => history.length), "both paths are the current page").toBe(length);
    await shell.update("one", { path: `${other}/configuration/contact-information` });
    await expect(heading(page, "Contact information")).toBeVisible();
    await shell.unmount("one");
    await shell.mount("one", { basePath: base, path: `${other}/help` });
    await expect(heading(page, "Help and support")).toBeVisible();
    expect(told).toEqual([]);
  });
}
