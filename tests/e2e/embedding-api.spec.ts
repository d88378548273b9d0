// What a shell may pass, change and hear.

import { createHmac, randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Backend } from "./backend.ts";
import { ContactForm } from "./contact_form.ts";
import { expect, type Page, test } from "./fixtures.ts";
import { amara, hannah, meiLing } from "./people.ts";
import { type DemoUser, Portal, type Who } from "./portal.ts";
import { serveShell } from "./shell_pages.ts";

type Entry = typeof import("../../src/embed/partner-portal.js");
type Options = import("../../src/embed/partner-portal.js").MountOptions;
type Handle = import("../../src/embed/partner-portal.js").PortalHandle;

const ISSUER = "https://id.example.com";
const AUDIENCE = "partner-portal";

/** What the tests keep on the shell's window. */
interface Shell {
  entry: Entry;
  handles: Record<string, Handle>;
  events: [string, string, unknown][];
  navigations: [string, boolean][];
}

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

/** Opens the blank shell and writes down every event of the portal. */
async function openShell(page: Page, portal: Portal, address = "/partners"): Promise<void> {
  await serveShell(page, portal, "blank");
  await page.goto(portal.url + address);
  await page.evaluate(async () => {
    const events: [string, string, unknown][] = [];
    const names = ["ready", "status", "unlocked", "navigate", "dirty", "session-expired", "error"];
    for (const name of names) {
      document.addEventListener(`partner-portal:${name}`, (event) => {
        const { target, detail } = event as CustomEvent;
        events.push([(target as Element).id, name, detail]);
      });
    }
    const entry = (await import("/partner-portal.js" as string)) as Entry;
    Object.assign(window, { entry, events, handles: {}, navigations: [] });
  });
}

async function mount(page: Page, id: string, options: Partial<Options> = {}): Promise<void> {
  await page.evaluate(
    async ([id, options]) => {
      const { entry, handles } = window as unknown as Shell;
      const all = { apiBase: "/api/v1", basePath: "/partners", ...options };
      handles[id] = await entry.mount(document.getElementById(id)!, all);
    },
    [id, options] as const,
  );
}

function update(page: Page, id: string, changes: object): Promise<void> {
  return page.evaluate(
    ([id, changes]) => (window as unknown as Shell).handles[id]!.update(changes),
    [id, changes] as const,
  );
}

const events = (page: Page, name: string) =>
  page.evaluate(
    (name) => (window as unknown as Shell).events.filter(([, it]) => it === name),
    name,
  );

test("a wrong option is refused by its name, and nothing is shown", async ({ page, portal }) => {
  await portal.signIn(page, amara);
  await openShell(page, portal);
  for (const [options, message] of [
    [{ basePath: "/partners" }, "apiBase must be a text such as /api/v1"],
    [{ apiBase: "/api/v1" }, "basePath must be a text such as /partners"],
    [{ apiBase: "/api/v1", basePath: "/partners/" }, "basePath must be a text such as /partners"],
    [{ apiBase: "/api/v1", basePath: "/partners", chrome: "some" }, "chrome must be"],
    [{ apiBase: "/api/v1", basePath: "/partners", getToken: "x" }, "getToken must be of type function"],
    [{ apiBase: "/api/v1", basePath: "/partners", environment: "test" }, "environment must be"],
    [{ apiBase: "/api/v1", basePath: "/partners", path: "//elsewhere" }, "path must be"],
    [{ apiBase: "/api/v1", basePath: "/partners", colour: "red" }, "colour is no option"],
  ] as const) {
    const refusal = await page.evaluate(async (options) => {
      const { entry } = window as unknown as Shell;
      const element = document.getElementById("one")!;
      return entry.mount(element, options as unknown as Options).catch(String);
    }, options);
    expect(refusal).toContain(`TypeError: partner-portal: ${message}`);
  }
  await mount(page, "one");
  await expect(heading(page, "Home")).toBeVisible();
  await expect(mount(page, "one")).rejects.toThrow("element already shows a portal");
  await expect(update(page, "one", { basePath: "/x" })).rejects.toThrow("basePath is no option");
});

test("language, page, environment and colours change while the portal is shown", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  await openShell(page, portal);
  await mount(page, "one", { chrome: "full" });
  await expect(heading(page, "Home")).toBeVisible();

  await update(page, "one", { path: "/partners/help" });
  await expect(heading(page, "Help and support")).toBeVisible();
  await update(page, "one", { environment: "production" });
  await expect(page.getByRole("link", { name: "Production" })).toHaveAttribute("aria-current", "true");
  await expect(page).toHaveURL("/partners/help?env=production");
  await update(page, "one", { locale: "it-CH" });
  await expect(page.getByRole("link", { name: "Configurazione" })).toHaveCount(0);
  await expect(heading(page, "Assistenza")).toBeVisible();

  const surface = () =>
    page.evaluate(() => {
      const root = document.getElementById("one")!.shadowRoot!.querySelector(".portal")!;
      return getComputedStyle(root).backgroundColor;
    });
  expect(await surface()).toBe("rgb(255, 255, 255)");
  await update(page, "one", { appearance: { colorScheme: "dark" } });
  expect(await surface()).toBe("rgb(23, 25, 29)");
  const variables = { "--portal-surface": "rgb(1, 2, 3)" };
  await update(page, "one", { appearance: { variables } });
  expect(await surface()).toBe("rgb(1, 2, 3)");
});

test("an accent that cannot be read is replaced by a shade that can, and the shell is told", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  await openShell(page, portal);
  const told: string[] = [];
  page.on("console", (message) => told.push(message.text()));
  await mount(page, "one", {
    chrome: "full",
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

test("a shell that keeps the history hears of each page, and can refuse it", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  await openShell(page, portal, "/somewhere/else");
  await page.evaluate(async () => {
    const { entry, handles, navigations } = window as unknown as Shell;
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
  const navigations = () => page.evaluate(() => (window as unknown as Shell).navigations);
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
  expect((await events(page, "navigate")).at(-1)).toEqual([
    "one",
    "navigate",
    { path: "/partners/help?env=production" },
  ]);
  await expect(heading(page, "Home")).toBeVisible();
  expect(await navigations()).toHaveLength(2);
});

test("two portals share neither state nor ids, and one that breaks leaves the other alone", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  await openShell(page, portal, "/partners/configuration/contact-information");
  await mount(page, "one", { locale: "en" });
  const [one, two] = [page.locator("#one"), page.locator("#two")];
  const form = new ContactForm(page);
  await expect(form.chip("oncall@northgate.example.com")).toBeVisible();

  // A script of the page has put something broken in place of a part of the platform.
  await page.evaluate(() => {
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
  await mount(page, "two", { locale: "es" });
  const panel = two.getByRole("alert");
  await expect(panel.getByRole("button", { name: "Volver a cargar el portal" })).toBeFocused();
  await expect(two.getByRole("heading")).toHaveText("Se produjo un error y el portal se detuvo");
  expect(await events(page, "error")).toEqual([
    ["two", "error", { type: "panic", request_id: null, recoverable: true }],
  ]);
  const status = () =>
    page.evaluate(() => {
      const { handles } = window as unknown as Shell;
      return [handles["one"]!.status, handles["two"]!.status];
    });
  expect(await status()).toEqual(["open", "failed"]);

  // The other one goes on.
  await form.type("Technical emergency contacts", "second@example.com");
  await expect(form.chip("second@example.com")).toBeVisible();
  await update(page, "one", { locale: "it" });
  await expect(one.getByRole("heading", { level: 1, name: "Dati di contatto" })).toBeVisible();

  await page.evaluate(() => (window as unknown as { mend(): void }).mend());
  await panel.getByRole("button").press("Enter");
  await expect(
    two.getByRole("heading", { level: 1, name: "Información de contacto" }),
  ).toBeVisible();
  expect(await status()).toEqual(["open", "open"]);
  expect(await events(page, "error")).toHaveLength(1);
});

test("the element takes options as attributes and properties, and moving it is no new start", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  await openShell(page, portal);
  const sessions: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/api/v1/session")) sessions.push(request.url());
  });
  await page.evaluate(async () => {
    const { entry } = window as unknown as Shell;
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

test.describe("with the shell's tokens", () => {
  const secret = randomBytes(32).toString("hex");
  let folder: string;
  let backend: Backend;
  let portal: Portal;

  test.beforeEach(async ({ page }) => {
    folder = await mkdtemp(join(tmpdir(), "partner-portal-token-"));
    await writeFile(join(folder, "secret"), secret);
    backend = await Backend.start([
      `--jwt-secret-file=${join(folder, "secret")}`,
      `--jwt-issuer=${ISSUER}`,
      `--jwt-audience=${AUDIENCE}`,
    ]);
    portal = new Portal(backend);
    await openShell(page, portal);
  });
  test.afterEach(async () => {
    await backend.stop();
    await rm(folder, { recursive: true });
  });

  /** A token as an identity provider would sign it. */
  function token(user: DemoUser, seconds: number): string {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: ISSUER, aud: AUDIENCE, sub: user.user_id, email: user.email };
    const times = { email_verified: true, iat: now - 120, exp: now + seconds };
    const signed = `${part({ alg: "HS256", typ: "JWT" })}.${part({ ...claims, ...times })}`;
    return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
  }

  /** Mounts with a provider that answers these tokens one after the other, and writes down why. */
  async function mountWith(page: Page, tokens: readonly unknown[]): Promise<void> {
    await page.evaluate(async (tokens) => {
      const { entry, handles } = window as unknown as Shell;
      const reasons: string[] = [];
      Object.assign(window, { reasons });
      handles["one"] = await entry.mount(document.getElementById("one")!, {
        apiBase: "/api/v1",
        basePath: "/partners",
        chrome: "full",
        getToken: async ({ reason }) => {
          reasons.push(reason);
          return tokens[Math.min(reasons.length, tokens.length) - 1] as string;
        },
      });
    }, tokens);
  }

  const reasons = (page: Page) =>
    page.evaluate(() => (window as unknown as { reasons: string[] }).reasons);
  const find = (who: Who) => portal.find(who);

  test("one question serves all requests, and one renewal all that were refused", async ({
    page,
  }) => {
    const user = await find(amara);
    await mountWith(page, [token(user, -60), token(user, 600)]);
    await expect(heading(page, "Home")).toBeVisible();
    await expect(page.getByText("partner-20533")).toBeVisible();
    expect(await reasons(page)).toEqual(["initial", "expired"]);
    expect(await page.evaluate(() => document.cookie + localStorage.length)).toBe("0");
  });

  test("without a token nobody is signed in, until there is one", async ({ page }) => {
    const user = await find(amara);
    await mountWith(page, [null, token(user, 600)]);
    await expect(page.getByText("Your session has ended")).toBeVisible();
    await page.getByRole("button", { name: "I have signed in again" }).press("Enter");
    await expect(heading(page, "Home")).toBeVisible();
  });

  test("an answer that is no token is told to the shell, and can be tried again", async ({
    page,
  }) => {
    const user = await find(amara);
    await mountWith(page, [{ token: "x" }, "two words", token(user, 600)]);
    await expect(page.getByText("The portal cannot be reached")).toBeVisible();
    const failures = await events(page, "error");
    expect(failures[0]).toEqual([
      "one",
      "error",
      { type: "token_failed", request_id: null, recoverable: true },
    ]);
    // Asked again at once, because the first failure may have been a moment's.
    expect(await reasons(page)).toEqual(["initial", "initial"]);
    await page.getByRole("button", { name: "Retry" }).press("Enter");
    await expect(heading(page, "Home")).toBeVisible();
  });

  test("a renewed token of another person sends nothing of the first one's, and shows nothing", async ({
    page,
  }) => {
    const [first, second] = [await find(hannah), await find(meiLing)];
    // The provider answers with the first person's token until the test says otherwise.
    await page.evaluate(async (first) => {
      const { entry, handles } = window as unknown as Shell;
      Object.assign(window, { present: first });
      handles["one"] = await entry.mount(document.getElementById("one")!, {
        apiBase: "/api/v1",
        basePath: "/partners",
        getToken: () => (window as unknown as { present: string }).present,
      });
    }, token(first, 600));
    const form = new ContactForm(page);
    await form.type("Technical emergency contacts", "secret@example.com");
    await expect(form.chip("secret@example.com")).toBeVisible();

    // Every request of the first person is refused from now on.
    const written: (string | null)[] = [];
    const old = `Bearer ${await page.evaluate(() => (window as unknown as { present: string }).present)}`;
    await page.route("**/api/v1/**", async (route) => {
      const request = route.request();
      if (request.headers()["authorization"] === old) return route.fulfill({ status: 401, body: "" });
      if (request.method() !== "GET") written.push(request.postData());
      return route.fallback();
    });
    await page.evaluate((second) => Object.assign(window, { present: second }), token(second, 600));
    await form.type("Technical non-emergency contacts", "more@example.com");
    // The portal is the second person's, who finds nothing of what the first one typed.
    await expect(form.chip("secret@example.com")).toHaveCount(0);
    await expect(form.chip("more@example.com")).toHaveCount(0);
    await expect(form.box("Technical emergency contacts")).toBeVisible();
    expect(written).toEqual([]);
  });
});
