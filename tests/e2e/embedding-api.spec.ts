// What a shell may pass, change and hear.

import { ContactForm } from "./contact_form.ts";
import { expect, type Page, test } from "./fixtures.ts";
import { draftSaved } from "./kept_draft.ts";
import { amara } from "./people.ts";
import { type Handle, type Options, Shell, type ShellWindow } from "./shell.ts";

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

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

test("without a colour scheme of its own the portal is as light or dark as the page around it", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal);
  await page.evaluate(() => (document.documentElement.style.colorScheme = "dark"));
  await shell.mount("one");
  await expect(heading(page, "Home")).toBeVisible();
  const root = page.locator("#one .portal");
  await expect(root).toHaveCSS("background-color", "rgb(23, 25, 29)");
  await page.evaluate(() => (document.documentElement.style.colorScheme = "light"));
  await expect(root).toHaveCSS("background-color", "rgb(255, 255, 255)");
  await shell.update("one", { appearance: { colorScheme: "auto" } });
  await page.evaluate(() => (document.documentElement.style.colorScheme = "dark"));
  await expect(root).toHaveCSS("background-color", "rgb(23, 25, 29)");
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

test("an accent that cannot be read is replaced by a shade that can, and the shell is told", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal);
  const told: string[] = [];
  page.on("console", (message) => told.push(message.text()));
  await shell.mount("one", {
    appearance: { variables: { "--portal-accent": "#ffdd00", "--portal-acent": "red" } },
  });
  await expect(heading(page, "Home")).toBeVisible();
  await expect.poll(() => told).toContainEqual(
    "partner-portal: --portal-accent cannot be read on --portal-surface; a shade that can is used instead",
  );
  expect(told).toContainEqual("partner-portal: there is no --portal-acent; the guide lists the names");
  const [accent, surface] = await page.evaluate(() => {
    const root = document.getElementById("one")!.shadowRoot!;
    const link = root.querySelector("nav a[aria-current]")!;
    return [getComputedStyle(link).color, getComputedStyle(root.querySelector(".portal")!).backgroundColor];
  });
  expect(accent).not.toBe("rgb(255, 221, 0)");
  expect(surface).toBe("rgb(255, 255, 255)");
});

test("a shell's style sheet reaches the documented parts, and what follows the accent does", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal, "/partners/configuration/contact-information");
  await page.addStyleTag({
    content: `#one { --portal-accent: rgb(120, 0, 120) }
      ${["root", "top-bar", "navigation", "button"].map((part) => `#one::part(${part})`).join()} {
        outline: 1px solid rgb(1, 2, 3);
      }
      #one::part(primary-button) { text-transform: uppercase }`,
  });
  await shell.mount("one");
  const save = page.getByRole("button", { name: "Save", exact: true });
  await expect(save).toHaveCSS("text-transform", "uppercase");
  await expect(save).toHaveCSS("background-color", "rgb(120, 0, 120)");
  for (const part of ["top-bar", "navigation", "button"]) {
    await expect(page.locator(`[part~="${part}"]`).first()).toHaveCSS("outline-color", "rgb(1, 2, 3)");
  }
  // A tenth of the accent on white.
  const current = page.getByRole("link", { name: "Contact information", exact: true });
  await expect(current).toHaveCSS("background-color", "color(srgb 0.947059 0.9 0.947059)");
  await save.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await expect(save).toBeFocused();

  const variables = { "--portal-accent": "rgb(0, 90, 60)", "--portal-accent-soft": "rgb(9, 8, 7)" };
  await shell.update("one", { appearance: { variables } });
  await expect(save).toHaveCSS("background-color", "rgb(0, 90, 60)");
  await expect(current).toHaveCSS("background-color", "rgb(9, 8, 7)");
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

/** A script of the page puts something broken in place of a part of the platform. */
function breakPlatform(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { URLSearchParams } = window;
    Object.assign(window, {
      mend: () => Object.assign(window, { URLSearchParams }),
      URLSearchParams: class {
        constructor() {
          throw new Error("broken");
        }
      },
    });
  });
}

const mendPlatform = (page: Page) =>
  page.evaluate(() => (window as unknown as { mend(): void }).mend());

test("what was typed before the code breaks is there after reloading the portal", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal, "/partners/configuration/contact-information");
  await shell.mount("one");
  const form = new ContactForm(page);
  await form.type("Technical emergency contacts", "kept@example.com");
  await expect(draftSaved(page)).toBeVisible();

  await shell.unmount("one");
  await breakPlatform(page);
  await shell.mount("one");
  const again = page.getByRole("button", { name: "Reload the portal" });
  await expect(again).toBeFocused();
  await expect(page.getByText("What you typed has been saved as a draft.")).toBeVisible();
  await expect(form.chip("kept@example.com"), "nothing dead is left").toHaveCount(0);
  await mendPlatform(page);
  await again.press("Enter");
  await expect(form.chip("kept@example.com")).toBeVisible();
});

test("two portals share neither state nor ids, and one that breaks leaves the other alone", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal, "/partners/configuration/contact-information");
  await shell.mount("one", { locale: "en" });
  const [one, two] = [page.locator("#one"), page.locator("#two")];
  const form = new ContactForm(page);
  await expect(form.chip("oncall@northgate.example.com")).toBeVisible();

  await breakPlatform(page);
  await shell.mount("two", { locale: "es" });
  const panel = two.getByRole("alert");
  await expect(panel.getByRole("button", { name: "Volver a cargar el portal" })).toBeFocused();
  await expect(two.getByRole("heading")).toHaveText("Se produjo un error y el portal se detuvo");
  expect(await shell.events("error")).toEqual([
    ["two", "error", { type: "panic", request_id: null, recoverable: true }],
  ]);
  expect(await shell.statuses()).toEqual(["open", "failed"]);

  // The other one goes on.
  await form.type("Technical emergency contacts", "second@example.com");
  await expect(form.chip("second@example.com")).toBeVisible();
  await shell.update("one", { locale: "it" });
  await expect(one.getByRole("heading", { level: 1, name: "Dati di contatto" })).toBeVisible();

  await mendPlatform(page);
  await panel.getByRole("button").press("Enter");
  await expect(
    two.getByRole("heading", { level: 1, name: "Información de contacto" }),
  ).toBeVisible();
  expect(await shell.statuses()).toEqual(["open", "open"]);
  expect(await shell.events("error")).toHaveLength(1);
});

test("code that fails while it draws is not used again", async ({ page, portal }) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal);
  // A script of the page has broken what every portal draws with, and counts their instances.
  await page.evaluate(() => {
    const { instantiate } = WebAssembly;
    const instances: unknown[] = [];
    WebAssembly.instantiate = (async (code: WebAssembly.Module, imports: WebAssembly.Imports) => {
      instances.push(code);
      return instantiate(code, imports);
    }) as typeof instantiate;
    Object.assign(window, { instances });
    const { createTextNode } = Document.prototype;
    Document.prototype.createTextNode = () => {
      Document.prototype.createTextNode = createTextNode;
      throw new Error("broken");
    };
  });
  await shell.mount("one");
  const again = page.getByRole("button", { name: "Reload the portal" });
  await expect(again).toBeFocused();
  expect(await shell.statuses()).toEqual(["failed"]);
  expect(await shell.events("error")).toEqual([
    ["one", "error", { type: "panic", request_id: null, recoverable: true }],
  ]);
  await again.press("Enter");
  await expect(heading(page, "Home")).toBeVisible();
  await shell.unmount("one");
  await shell.mount("two");
  await expect(heading(page, "Home")).toBeVisible();
  // The pieces of the code are instantiated too: those of the app itself are of its first module.
  const instances = await page.evaluate(() => {
    const { instances } = window as unknown as { instances: unknown[] };
    return instances.filter((code) => code === instances[0]).length;
  });
  expect(instances, "a broken one, and one for both that came after it").toBe(2);
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
