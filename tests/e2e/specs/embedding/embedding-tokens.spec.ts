// Tests a shell that is signed in and passes its tokens to the portal.

import type { Route } from "@playwright/test";

import { ContactForm } from "../../support/contact_form.ts";
import { LAST_WORDS_LOST } from "../../support/firefox_limits.ts";
import { expect, type Page, test } from "../../support/fixtures.ts";
import { holdBack } from "../../support/hold_back.ts";
import { draftPath } from "../../support/kept_draft.ts";
import { amara, CEDAR_STONE, hannah, meiLing } from "../../support/people.ts";
import { type DemoUser, Portal, type UserCriteria } from "../../support/portal.ts";
import { Backend } from "../../support/servers/backend.ts";
import { Issuer } from "../../support/servers/issuer.ts";
import { heading, Shell, type ShellWindow } from "../../support/shell/shell.ts";

test.describe("with the shell's tokens", () => {
  let issuer: Issuer;
  let backend: Backend;
  let portal: Portal;
  let shell: Shell;

  test.beforeEach(async ({ page }) => {
    issuer = await Issuer.create();
    backend = await Backend.start(issuer.flags);
    portal = new Portal(backend);
    shell = await Shell.open(page, portal);
  });
  test.afterEach(async () => {
    await backend.stop();
    await issuer.dispose();
  });

  const token = (user: DemoUser, seconds: number) => issuer.token(user, seconds);

  /** Mounts with a provider that returns these tokens one after the other and records the reasons. */
  async function mountWith(page: Page, tokens: readonly unknown[]): Promise<void> {
    await page.evaluate(async (tokens) => {
      const { entry, handles } = window as unknown as ShellWindow;
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
  const find = (user: UserCriteria) => portal.find(user);

  test("all requests share one token, and all refused requests share one renewal", async ({
    page,
  }) => {
    const user = await find(amara);
    await mountWith(page, [token(user, -60), token(user, 600)]);
    await expect(heading(page, "Home")).toBeVisible();
    await expect(page.getByText("partner-20533")).toBeVisible();
    expect(await reasons(page)).toEqual(["initial", "expired"]);
    expect(await page.evaluate(() => document.cookie + localStorage.length)).toBe("0");
  });

  test("the user of a renewed token is looked up once for all refused requests", async ({
    page,
  }) => {
    const user = await find(amara);
    const [first, second] = [token(user, 600), token(user, 900)];
    await mountWith(page, [first, second]);
    await expect(heading(page, "Home")).toBeVisible();
    await expect(page.getByText("partner-20533")).toBeVisible();

    // Refuses the first token from now on. Opening another page sends several reads at once.
    const sessions: string[] = [];
    const refused: string[] = [];
    await page.route("**/api/v1/**", async (route) => {
      const request = route.request();
      const { pathname } = new URL(request.url());
      if (request.headers()["authorization"] === `Bearer ${first}`) {
        refused.push(pathname);
        return route.fulfill({ status: 401, body: "" });
      }
      if (pathname.endsWith("/session")) sessions.push(pathname);
      return route.fallback();
    });
    await shell.update("one", { path: "/partners/configuration/account-and-users" });
    await expect(page.getByRole("row").nth(1)).toBeVisible();
    expect(refused.length).toBeGreaterThan(1);
    expect(sessions).toHaveLength(1);
    expect(await reasons(page)).toEqual(["initial", "expired"]);
  });

  test("without a token the user is signed out, until the provider returns one", async ({ page }) => {
    const user = await find(amara);
    await mountWith(page, [null, token(user, 600)]);
    await expect(page.getByText("Your session has ended")).toBeVisible();
    await page.getByRole("button", { name: "I have signed in again" }).press("Enter");
    await expect(heading(page, "Home")).toBeVisible();
  });

  test("an invalid token is reported to the shell, and the user can try again", async ({
    page,
  }) => {
    const user = await find(amara);
    await mountWith(page, [{ token: "x" }, "two words", token(user, 600)]);
    await expect(page.getByText("The portal can’t be reached")).toBeVisible();
    const failures = await shell.events("error");
    expect(failures[0]).toEqual([
      "one",
      "error",
      { type: "token_failed", request_id: null, recoverable: true },
    ]);
    // The portal retried once by itself, because the first failure may have been temporary.
    expect(await reasons(page)).toEqual(["initial", "initial"]);
    await page.getByRole("button", { name: "Retry" }).press("Enter");
    await expect(heading(page, "Home")).toBeVisible();
  });

  test("a provider that never answers is reported to the shell after 15 seconds, and can be asked again", async ({
    page,
  }) => {
    const user = await find(amara);
    await page.clock.install();
    await page.evaluate(async (present) => {
      const { entry, handles } = window as unknown as ShellWindow;
      const asked: string[] = [];
      Object.assign(window, { asked });
      handles["one"] = await entry.mount(document.getElementById("one")!, {
        apiBase: "/api/v1",
        basePath: "/partners",
        chrome: "full",
        getToken: ({ reason }) => {
          asked.push(reason);
          return asked.length > 2 ? present : new Promise<string>(() => {});
        },
      });
    }, token(user, 600));
    const asked = () => page.evaluate(() => (window as unknown as { asked: string[] }).asked.length);
    // The portal retries at once when the first call times out.
    for (const times of [1, 2]) {
      await expect.poll(asked).toBe(times);
      expect(await shell.events("error")).toHaveLength(times - 1);
      await page.clock.runFor(15_000);
      await expect.poll(() => shell.events("error")).toHaveLength(times);
    }
    expect((await shell.events("error"))[0]).toEqual([
      "one",
      "error",
      { type: "token_failed", request_id: null, recoverable: true },
    ]);
    await page.getByRole("button", { name: "Retry" }).press("Enter");
    await expect(heading(page, "Home")).toBeVisible();
  });

  test("typed text survives the end of the session until the same user's next token", async ({
    page,
  }) => {
    const user = await find(hannah);
    await page.evaluate(async (present) => {
      const { entry, handles } = window as unknown as ShellWindow;
      Object.assign(window, { present });
      handles["one"] = await entry.mount(document.getElementById("one")!, {
        apiBase: "/api/v1",
        basePath: "/partners",
        getToken: () => (window as unknown as { present: string | null }).present,
      });
    }, token(user, 600));
    const form = new ContactForm(page);
    await form.type("Technical emergency contacts", "kept@example.com");
    await expect(form.chip("kept@example.com")).toBeVisible();
    // The provider has no token any more, and the API refuses the old one. The refusals are held back
    // until everything is typed, because saving a draft could otherwise end the session too early.
    await page.evaluate(() => Object.assign(window, { present: null }));
    const refuse = (route: Route) => route.fulfill({ status: 401, body: "" });
    const release = await holdBack(page, "**/api/v1/**", refuse);
    await form.type("Technical non-emergency contacts", "more@example.com");
    release();
    await expect(page.getByText("Your session has ended")).toBeVisible();
    await page.unroute("**/api/v1/**");
    await page.evaluate((present) => Object.assign(window, { present }), token(user, 900));
    await page.getByRole("button", { name: "I have signed in again" }).press("Enter");
    await expect(form.chip("kept@example.com")).toBeVisible();
    await expect(form.chip("more@example.com")).toBeVisible();
  });

  test("after a renewed token of another user, no text of the first user is sent or shown", async ({
    page,
  }) => {
    const [first, second] = [await find(hannah), await find(meiLing)];
    // The provider returns the first user's token until the test changes it.
    const firstToken = token(first, 600);
    await page.evaluate(async (first) => {
      const { entry, handles } = window as unknown as ShellWindow;
      Object.assign(window, { present: first });
      handles["one"] = await entry.mount(document.getElementById("one")!, {
        apiBase: "/api/v1",
        basePath: "/partners",
        getToken: () => (window as unknown as { present: string }).present,
      });
    }, firstToken);
    const form = new ContactForm(page);
    await expect(form.box("Technical emergency contacts")).toBeVisible();

    // The save of the first user's draft is refused. By then the provider returns the second user's
    // token.
    const written: string[] = [];
    const release = await holdBack(page, "**/api/v1/**", async (route) => {
      const request = route.request();
      if (request.method() === "GET") return route.fallback();
      if (request.headers()["authorization"] === `Bearer ${firstToken}`) {
        return route.fulfill({ status: 401, body: "" });
      }
      written.push(request.postData() ?? "");
      return route.fallback();
    });
    await page.evaluate((second) => Object.assign(window, { present: second }), token(second, 600));
    await form.type("Technical emergency contacts", "secret@example.com");
    release();
    // The portal now belongs to the second user and has no text of the first one.
    await expect(page.getByRole("button", { name: "Mei Ling Tan" })).toBeVisible();
    await expect(form.box("Technical emergency contacts")).toBeVisible();
    await expect(form.chip("secret@example.com")).toHaveCount(0);
    expect(written).toEqual([]);
  });

  test("text typed just before the page is left is saved with the token", async ({ page, browserName }) => {
    test.fixme(browserName === "firefox", LAST_WORDS_LOST);
    const user = await find(hannah);
    await mountWith(page, [token(user, 600)]);
    const form = new ContactForm(page);
    await form.isWhole();
    const kept = async () => {
      const headers = { authorization: `Bearer ${token(user, 60)}` };
      const url = `${portal.url}/api/v1${draftPath(CEDAR_STONE)}`;
      return (await fetch(url, { headers })).text();
    };
    await form.type("Technical emergency contacts", "first@example.com");
    await expect.poll(kept).toContain("first@example.com");
    // From here on no timer of the page fires.
    await page.evaluate(() => Object.assign(window, { setTimeout: () => 0 }));
    await form.box("Technical emergency contacts").fill("last-words");
    await page.goto("about:blank");
    await expect.poll(kept).toContain("last-words");
  });
});
