// Tests each example of the guide in a shell of its framework: the portal works with the shell's router
// and leaves nothing behind.

import { expect, type Page, test } from "../../support/fixtures.ts";
import { expectNoLeaks, liveObjects } from "../../support/leaks.ts";
import { amara } from "../../support/people.ts";
import { bundleExample, bundleShell } from "../../support/shell/bundle_shell.ts";
import { example } from "../../support/shell/guide.ts";
import { serveShell } from "../../support/shell/serve_shell.ts";
import { heading } from "../../support/shell/shell.ts";

/** Returns everything on which a portal could leave traces in the page. */
function traces(page: Page): Promise<unknown> {
  return page.evaluate(() => ({
    html: [...document.documentElement.attributes].map(({ name, value }) => [name, value]),
    title: document.title,
    head: document.head.innerHTML,
    body: document.body.innerHTML,
    globals: Object.getOwnPropertyNames(window).sort(),
    storage: [localStorage.length, sessionStorage.length],
  }));
}

for (const [kind, script, language, loader] of [
  ["React", "react/shell.jsx", "jsx", "jsx"],
  ["Vue", "vue/shell.js", "js", "js"],
  ["Angular", "angular/shell.ts", "ts", "ts"],
  ["single-spa", "single-spa/shell.js", "js", "js"],
] as const) {
  test.describe(`in a shell of ${kind}`, () => {
    test.beforeEach(async ({ page, portal }) => {
      await portal.signIn(page, amara);
      const code = await bundleShell(script, await example(kind, language), loader);
      await serveShell(page, portal, "script", { script: code });
      await page.goto("/news");
      await expect(page.getByText("Acme news")).toBeVisible();
    });

    test("the shell's router and the portal agree on the page", async ({ page }) => {
      const sessions: string[] = [];
      page.on("request", (request) => {
        if (/\/api\/v1\/session(\?|$)/.test(request.url())) sessions.push(request.url());
      });
      const shell = page.getByRole("navigation", { name: "Acme" });
      await shell.getByRole("link", { name: "Partners", exact: true }).click();
      await expect(heading(page, "Home")).toBeVisible();
      await expect(shell.getByRole("status")).toHaveText("/partners");

      await page.locator(".portal-main").getByRole("link").first().click();
      await expect(heading(page, "Home")).toHaveCount(0);
      await expect(shell.getByRole("status")).toHaveText(/^\/partners\/./);
      await shell.getByRole("link", { name: "Partner help" }).click();
      await expect(heading(page, "Help and support")).toBeVisible();
      await expect(page).toHaveURL("/partners/help?env=production");
      await page.goBack();
      await expect(heading(page, "Help and support")).toHaveCount(0);
      await page.goBack();
      await expect(heading(page, "Home")).toBeVisible();
      await expect(shell.getByRole("status")).toHaveText("/partners");
      expect(sessions, "the portal was mounted once").toHaveLength(1);
    });

    test("an address of the portal opens its page directly", async ({ page }) => {
      await page.goto("/partners/help?env=production");
      await expect(heading(page, "Help and support")).toBeVisible();
      await expect(page).toHaveURL("/partners/help?env=production");
    });

    test("after the user has left the portal, nothing of it remains", async ({ page }) => {
      const shell = page.getByRole("navigation", { name: "Acme" });
      const before = await traces(page);
      const visit = async () => {
        await shell.getByRole("link", { name: "Partners", exact: true }).click();
        // Waits for the content of Home, so that the whole page is drawn each time.
        await expect(page.getByText("partner-20533")).toBeVisible();
        await shell.getByRole("link", { name: "News" }).click();
        await expect(page.getByText("Acme news")).toBeVisible();
        await expect(heading(page, "Home")).toHaveCount(0);
      };
      // The first visit loads the code of Home, which stays in memory.
      await visit();
      await visit();
      expect(await traces(page)).toEqual(before);
      const first = await liveObjects(page);
      for (let times = 0; times < 5; times += 1) await visit();
      await expectNoLeaks(page, first);
    });
  });
}

test.describe("in a page without a framework", () => {
  test("the example shows the portal under the guide's Content Security Policy", async ({
    page,
    portal,
  }) => {
    const policy = (await example("Content Security Policy and Trusted Types", "http")).replace(
      "Content-Security-Policy: ",
      "",
    );
    const script = await bundleExample(await example("A page without a framework", "js"));
    await portal.signIn(page, amara);
    await page.addInitScript(() => {
      const violations: string[] = [];
      Object.assign(window, { violations });
      document.addEventListener("securitypolicyviolation", ({ violatedDirective, sample }) =>
        violations.push(`${violatedDirective} ${sample}`),
      );
    });
    await serveShell(page, portal, "script", { policy, script });
    await page.goto("/partners");
    await expect(heading(page, "Home")).toBeVisible();
    for (const [link, name] of [
      ["Contact information", "Contact information"],
      ["Account and users", "Account and users"],
      ["Help and support", "Help and support"],
    ] as const) {
      await page.getByRole("navigation").getByRole("link", { name: link, exact: true }).click();
      await expect(heading(page, name)).toBeVisible();
    }
    await page.getByLabel("Language").selectOption("he");
    await expect(page.locator("#partners [dir=rtl]").first()).toBeVisible();
    expect(
      await page.evaluate(() => (window as unknown as { violations: string[] }).violations),
    ).toEqual([]);
    // The policy is enforced: setting `innerHTML` is refused.
    const refusal = await page.evaluate(() => {
      try {
        document.createElement("div").innerHTML = "<b>text</b>";
        return "accepted";
      } catch (error) {
        return String(error);
      }
    });
    // Chromium's words, and Firefox's.
    expect(refusal).toMatch(/TrustedHTML|Sink type mismatch/);
  });

  test("the example of a token provider requests a token and reports a missing session", async ({
    page,
    portal,
  }) => {
    const script = await bundleExample(await example("Tokens", "js"));
    await serveShell(page, portal, "script", { script });
    const asked: string[] = [];
    await page.route("**/my/token?*", (route) => {
      asked.push(new URL(route.request().url()).search);
      return route.fulfill({ status: 401, body: "" });
    });
    await page.goto("/partners");
    await expect(page.getByText("Your session has ended")).toBeVisible();
    expect(asked).toEqual(["?reason=initial"]);
  });

  test("the example without a bundler shows the portal", async ({ page, portal }) => {
    await portal.signIn(page, amara);
    await serveShell(page, portal, "script", { script: await example("A page without a bundler", "js") });
    await page.goto("/partners");
    await expect(heading(page, "Home")).toBeVisible();
  });

  test("the example of loading early fetches the portal and shows nothing", async ({ page, portal }) => {
    const script = await bundleExample(await example("Loading early", "js"));
    await serveShell(page, portal, "script", { script });
    const code = page.waitForResponse("**/app-*.wasm");
    await page.goto("/news");
    expect((await code).ok()).toBe(true);
    await expect(page.locator("#partners")).toBeEmpty();
  });

  test("the example of a server-rendered element waits for its token", async ({ page, portal }) => {
    const script = await bundleExample(await example("Server rendering", "js"));
    const element = await example("Server rendering", "html");
    await serveShell(page, portal, "script", { script, element });
    const asked: string[] = [];
    await page.route("**/api/v1/session?*", (route) => {
      asked.push(route.request().headers()["authorization"]!);
      return route.fallback();
    });
    await page.route("**/my/token", (route) => route.fulfill({ body: "a.b.c" }));
    await page.goto("/partners");
    await expect(page.getByText("Your session has ended")).toBeVisible();
    expect(new Set(asked)).toEqual(new Set(["Bearer a.b.c"]));
  });
});
