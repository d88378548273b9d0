// Tests the custom element `<partner-portal>` in the page of a shell.

import { NO_CONSOLE_ERRORS } from "../../support/firefox_limits.ts";
import { expect, type Page, test } from "../../support/fixtures.ts";
import { amara } from "../../support/people.ts";
import { consoleOf, type Handle, heading, type Options, Shell, type ShellWindow } from "../../support/shell/shell.ts";

type Element = HTMLElement & Partial<Options> & Handle & { start(): void };

const REQUIRED = { apiBase: "/api/v1", basePath: "/partners" };
const OPTION_INVALID = { type: "option_invalid", request_id: null, recoverable: true };

const element = (page: Page) => page.locator("partner-portal");

/** Adds an element with these properties to the page. */
async function add(page: Page, properties: Partial<Options>): Promise<void> {
  await page.evaluate(async (properties) => {
    await (window as unknown as ShellWindow).entry.defineElement();
    const element = document.createElement("partner-portal");
    Object.assign(element, { id: "element", chrome: "full", ...properties });
    document.getElementById("one")!.append(element);
  }, properties);
}

const set = (page: Page, properties: object) =>
  element(page).evaluate((element, properties) => {
    Object.assign(element, properties);
  }, properties);

const status = (page: Page) => element(page).evaluate((element) => (element as Element).status);

test("invalid `messages` of an element are reported, and the portal's own sentences stay", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal);
  const messages = { en: { Home: 7, HelpAndSupport: "Guide" }, xx: {} } as never;
  await add(page, { ...REQUIRED, messages });
  await expect(heading(page, "Home")).toBeVisible();
  await expect(page.getByRole("link", { name: "Guide" })).toBeVisible();
  expect(await shell.events("error")).toEqual([
    ["element", "error", { type: "message_override_invalid", request_id: null, recoverable: true }],
  ]);
});

test("the element takes options as attributes and properties, and moving it does not restart it", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  await Shell.open(page, portal);
  const sessions: string[] = [];
  page.on("request", (request) => {
    if (/\/api\/v1\/session(\?|$)/.test(request.url())) sessions.push(request.url());
  });
  await page.evaluate(async () => {
    const { entry } = window as unknown as ShellWindow;
    // Options that are set before the element is defined count too.
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
  await element(page).evaluate((element) => element.setAttribute("locale", "pl"));
  await expect(heading(page, "Pomoc")).toBeVisible();
  expect(sessions).toHaveLength(1);
  expect(await status(page)).toBe("open");

  await page.evaluate(() => document.getElementById("element")!.remove());
  await expect(heading(page, "Pomoc")).toHaveCount(0);
});

test("an element that lacks required options names them, and waits for them", async ({ page, portal }) => {
  await portal.signIn(page, amara);
  await Shell.open(page, portal);
  const told = consoleOf(page);
  await add(page, { locale: "en" });
  await expect.poll(() => told).toEqual(["partner-portal: the element waits for apiBase basePath"]);
  await set(page, { apiBase: "/api/v1" });
  await set(page, { basePath: "/partners" });
  await expect(heading(page, "Home")).toBeVisible();
  expect(told).toHaveLength(1);
});

test("an invalid option of an element is reported by name, and the view stays until it is corrected", async ({
  page,
  portal,
  browserName,
}) => {
  test.skip(browserName === "firefox", NO_CONSOLE_ERRORS);
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal);
  const told = consoleOf(page);
  await add(page, { ...REQUIRED, basePath: "/partners/" });
  await expect.poll(() => told).toHaveLength(1);
  expect(told[0]).toContain("partner-portal: basePath must be a text such as /partners");
  expect(await status(page)).toBe("checking");
  await set(page, { basePath: "/partners" });
  await expect(heading(page, "Home")).toBeVisible();

  await set(page, { chrome: "some", locale: "pl" });
  await expect.poll(() => told).toHaveLength(2);
  expect(told[1]).toContain("partner-portal: chrome must be a text such as none or full");
  await expect(heading(page, "Home")).toBeVisible();
  await set(page, { chrome: "none" });
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(heading(page, "Strona główna")).toBeVisible();
  expect(await shell.events("error")).toEqual([
    ["element", "error", OPTION_INVALID],
    ["element", "error", OPTION_INVALID],
  ]);
});

const WAYS_TO_START: Record<string, (element: Element) => void> = {
  "`getToken` is set": (element) => {
    element.getToken = () => null;
  },
  "`start` is called": (element) => element.start(),
  "the attribute is removed": (element) => element.removeAttribute("wait"),
};

for (const [how, start] of Object.entries(WAYS_TO_START)) {
  test(`an element with \`wait\` requests nothing until ${how}`, async ({ page, portal }) => {
    await portal.signIn(page, amara);
    await Shell.open(page, portal);
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("/api/")) asked.push(request.url());
    });
    const isDrawn = await page.evaluate(async () => {
      const one = document.getElementById("one")!;
      one.innerHTML = `<partner-portal wait api-base="/api/v1" base-path="/partners"></partner-portal>`;
      await (window as unknown as ShellWindow).entry.defineElement();
      // Two tasks later, an element without \`wait\` has started.
      for (const _ of [1, 2]) await new Promise((resolve) => setTimeout(resolve));
      return one.firstElementChild!.shadowRoot !== null;
    });
    expect(isDrawn).toBe(false);
    expect(asked).toEqual([]);
    await element(page).evaluate(start as (element: HTMLElement) => void);
    const ready = how.includes("getToken") ? page.getByText("Your session has ended") : heading(page, "Home");
    await expect(ready).toBeVisible();
  });
}

test("an element with `wait` that has started stays the same portal when it is moved", async ({ page, portal }) => {
  await portal.signIn(page, amara);
  await Shell.open(page, portal);
  await page.evaluate(async () => {
    await (window as unknown as ShellWindow).entry.defineElement();
    document.getElementById("one")!.innerHTML =
      `<partner-portal wait api-base="/api/v1" base-path="/partners"></partner-portal>`;
    (document.querySelector("partner-portal") as Element).start();
  });
  await expect(heading(page, "Home")).toBeVisible();
  await page.evaluate(() => {
    document.getElementById("two")!.append(document.querySelector("partner-portal")!);
  });
  await expect(heading(page, "Home")).toBeVisible();
  await element(page).evaluate((element) => element.remove());
  await page.evaluate(() => document.getElementById("one")!.append(document.createElement("p")));
  await expect(heading(page, "Home")).toHaveCount(0);
});
