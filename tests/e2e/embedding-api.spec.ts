// What a shell may pass, change and hear.

import { expect, test } from "./fixtures.ts";
import { amara } from "./people.ts";
import { type Handle, type Options, heading, Shell, type ShellWindow } from "./shell.ts";

test("a wrong option is refused by its name, and nothing is shown", async ({ page, portal }) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal);
  for (const [options, message] of [
    [{ apiBase: undefined }, "apiBase must be a text such as /api/v1"],
    [{ basePath: undefined }, "basePath must be a text such as /partners"],
    [{ basePath: "/partners/" }, "basePath must be a text such as /partners"],
    [{ chrome: "some" }, "chrome must be"],
    [{ getToken: "x" }, "getToken must be of type function"],
    [{ environment: "test" }, "environment must be"],
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

test("language, page, environment and colours change while the portal is shown", async ({
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

test("the portal draws its own chrome only where the shell asks for it", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal);
  await shell.mount("one", { chrome: "none" });
  await expect(heading(page, "Home")).toBeVisible();
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByRole("main"), "that of the page is the shell's").toHaveCount(0);
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

test("a shell that keeps the history hears of each page, and can refuse it", async ({
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

test("sentences of a wrong form that an element is given are told, and ours stay", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal);
  await page.evaluate(async () => {
    const { entry } = window as unknown as ShellWindow;
    await entry.defineElement();
    const element = document.createElement("partner-portal") as HTMLElement & Partial<Options>;
    const messages = { en: { Home: 7, HelpAndSupport: "Guide" }, xx: {} } as object;
    const required = { apiBase: "/api/v1", basePath: "/partners" };
    Object.assign(element, { ...required, id: "element", chrome: "full", messages });
    document.getElementById("one")!.append(element);
  });
  await expect(heading(page, "Home")).toBeVisible();
  await expect(page.getByRole("link", { name: "Guide" })).toBeVisible();
  expect(await shell.events("error")).toEqual([
    ["element", "error", { type: "message_override_invalid", request_id: null, recoverable: true }],
  ]);
});

test("the element takes options as attributes and properties, and moving it is no new start", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  await Shell.open(page, portal);
  const sessions: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/api/v1/session")) sessions.push(request.url());
  });
  await page.evaluate(async () => {
    const { entry } = window as unknown as ShellWindow;
    // Before the element is defined: what is set now counts all the same.
    const element = document.createElement("partner-portal") as HTMLElement & Partial<Options>;
    element.id = "element";
    element.basePath = "/partners";
    element.setAttribute("api-base", "/api/v1");
    element.setAttribute("chrome", "full");
    document.getElementById("one")!.append(element);
    await entry.defineElement();
    await entry.defineElement();
  });
  await expect(heading(page, "Home")).toBeVisible();
  await page.getByRole("link", { name: "Help and support" }).click();
  await expect(heading(page, "Help and support")).toBeVisible();
  await page.evaluate(() => {
    document.getElementById("two")!.append(document.getElementById("element")!);
  });
  await page.locator("partner-portal").evaluate((element) => element.setAttribute("locale", "pl"));
  await expect(heading(page, "Pomoc")).toBeVisible();
  expect(sessions).toHaveLength(1);
  expect(await page.locator("partner-portal").evaluate((it) => (it as HTMLElement & Handle).status)).toBe("open");

  await page.evaluate(() => document.getElementById("element")!.remove());
  await expect(heading(page, "Pomoc")).toHaveCount(0);
});
