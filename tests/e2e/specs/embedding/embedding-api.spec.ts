// Tests the options that a shell (a host page) can pass and change, and the events it receives.

import { expect, test } from "../../support/fixtures.ts";
import { amara, BELLA_VISTA, NORTHGATE } from "../../support/people.ts";
import { consoleOf, heading, Shell, type ShellWindow } from "../../support/shell/shell.ts";

test("an invalid option is refused by name, and nothing is shown", async ({ page, portal }) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal);
  for (const [options, message] of [
    [{ apiBase: undefined }, "apiBase must be a text such as /api/v1"],
    [{ basePath: undefined }, "basePath must be a text such as /partners"],
    [{ basePath: "/partners/" }, "basePath must be a text such as /partners"],
    [{ chrome: "some" }, "chrome must be a text such as none or full"],
    [{ getToken: "x" }, "getToken must be of type function"],
    [{ environment: "test" }, "environment must be a text such as sandbox or production"],
    [{ path: "//elsewhere" }, "path must be"],
    [{ colour: "red" }, "colour is no option"],
  ] as const) {
    expect(await shell.refusal(options)).toContain(`TypeError: partner-portal: ${message}`);
  }
  await shell.mount("one");
  await expect(heading(page, "Home")).toBeVisible();
  await expect(shell.mount("one")).rejects.toThrow("element already shows a portal");
  await expect(shell.update("one", { basePath: "/x" })).rejects.toThrow("basePath is no option");
});

test("language, page, environment and colours can change while the portal is shown", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal);
  await shell.mount("one");
  await expect(heading(page, "Home")).toBeVisible();

  await shell.update("one", { path: "/partners/help" });
  await expect(heading(page, "Help and support")).toBeVisible();
  await shell.update("one", { environment: "production" });
  await expect(page.getByRole("link", { name: "Production" })).toHaveAttribute("aria-current", "true");
  await expect(page).toHaveURL("/partners/help?env=production");
  await shell.update("one", { locale: "it-CH" });
  await expect(page.getByRole("link", { name: "Configurazione" })).toHaveCount(0);
  await expect(heading(page, "Assistenza")).toBeVisible();

  const surface = () =>
    page.evaluate(() => {
      const root = document.getElementById("one")!.shadowRoot!.querySelector(".portal")!;
      return getComputedStyle(root).backgroundColor;
    });
  expect(await surface()).toBe("rgb(255, 255, 255)");
  await shell.update("one", { appearance: { colorScheme: "dark" } });
  expect(await surface()).toBe("rgb(23, 25, 29)");
  const variables = { "--portal-surface": "rgb(1, 2, 3)" };
  await shell.update("one", { appearance: { variables } });
  expect(await surface()).toBe("rgb(1, 2, 3)");
});

test("the portal draws its own chrome only if the shell asks for it", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal);
  await shell.mount("one", { chrome: "none" });
  await expect(heading(page, "Home")).toBeVisible();
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByRole("main"), "the main landmark belongs to the shell").toHaveCount(0);
  await expect(page.getByRole("combobox", { name: "Language" })).toHaveCount(0);
  await shell.unmount("one");

  await shell.mount("one", { chrome: "full" });
  await expect(page.getByRole("main").getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await expect(page.getByRole("navigation").getByRole("link")).toHaveText([
    "Home",
    "Contact information",
    "Account and users",
    "Help and support",
  ]);
  await expect(page.getByRole("link", { name: "Sandbox", exact: true })).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Language" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Amara Okafor" })).toBeVisible();
});

test("a shell that manages the history is told of each page, and can refuse it", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal, "/somewhere/else");
  await page.evaluate(async () => {
    const { entry, handles } = window as unknown as ShellWindow;
    const navigations: [string, boolean][] = [];
    Object.assign(window, { navigations });
    handles["one"] = await entry.mount(document.getElementById("one")!, {
      apiBase: "/api/v1",
      basePath: "/partners",
      chrome: "full",
      path: "/partners/help",
      onNavigate: (path, { replace }) => navigations.push([path, replace]),
    });
  });
  await expect(heading(page, "Help and support")).toBeVisible();
  const length = await page.evaluate(() => history.length);
  await page.getByRole("link", { name: "Home" }).click();
  await expect(heading(page, "Home")).toBeVisible();
  const production = page.getByRole("link", { name: "Production", exact: true });
  await production.click();
  await expect(production).toHaveAttribute("aria-current", "true");
  const navigations = () =>
    page.evaluate(() => (window as unknown as { navigations: unknown }).navigations);
  expect(await navigations()).toEqual([
    ["/partners/", false],
    ["/partners/?env=production", false],
  ]);
  expect(await page.evaluate(() => history.length)).toBe(length);
  await expect(page).toHaveURL("/somewhere/else");

  await page.evaluate(() => {
    document.addEventListener("partner-portal:navigate", (event) => event.preventDefault());
  });
  await page.getByRole("link", { name: "Help and support" }).click();
  expect((await shell.events("navigate")).at(-1)).toEqual([
    "one",
    "navigate",
    { path: "/partners/help?env=production" },
  ]);
  await expect(heading(page, "Home")).toBeVisible();
  expect(await navigations()).toHaveLength(2);
});

test("an account that the user has no access to is reported, and one of their own is shown", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal);
  await shell.mount("one", { accountId: BELLA_VISTA });
  await expect(heading(page, "Home")).toBeVisible();
  const error = { type: "account_not_found", request_id: null, recoverable: true };
  expect(await shell.events("error")).toEqual([["one", "error", error]]);
  await shell.unmount("one");
  await shell.mount("two", { accountId: NORTHGATE });
  await expect(heading(page, "Home")).toBeVisible();
  expect(await shell.events("error")).toHaveLength(1);
});

test("a path that is not the portal's is ignored", async ({ page, portal }) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal);
  const told = consoleOf(page);
  await shell.mount("one", { path: "/help" });
  await expect(heading(page, "Home")).toBeVisible();
  expect(told).toEqual(["partner-portal: path is not below basePath; Home is shown"]);
  await shell.update("one", { path: "/partners/help" });
  await expect(heading(page, "Help and support")).toBeVisible();
  await shell.update("one", { path: "/partners-archive" });
  await shell.update("one", { environment: "production" });
  await expect(page.getByRole("link", { name: "Production" })).toHaveAttribute("aria-current", "true");
  await expect(heading(page, "Help and support")).toBeVisible();
});
