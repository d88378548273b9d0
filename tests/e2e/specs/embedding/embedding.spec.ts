// Tests the promises to a shell: a mounted portal hardly changes anything outside its element, and an
// unmounted one leaves no trace.

import { ContactForm } from "../../support/contact_form.ts";
import { expect, type Page, test } from "../../support/fixtures.ts";
import { draftSaved } from "../../support/kept_draft.ts";
import { amara, giulia } from "../../support/people.ts";
import { serveShell } from "../../support/shell/serve_shell.ts";
import { heading, Shell } from "../../support/shell/shell.ts";

/** Returns everything on which a portal could leave traces in the page. */
function traces(page: Page): Promise<unknown> {
  return page.evaluate(() => ({
    html: [...document.documentElement.attributes].map(({ name, value }) => [name, value]),
    title: document.title,
    head: document.head.innerHTML,
    state: history.state as unknown,
    // Playwright adds globals of its own in Firefox.
    globals: Object.getOwnPropertyNames(window).filter((name) => !name.startsWith("__pw")).sort(),
    storage: [localStorage.length, sessionStorage.length],
    scroll: scrollY,
  }));
}

test.describe("in a shell with its own router and style rules for every element", () => {
  test.beforeEach(async ({ page, portal }) => {
    await portal.signIn(page, amara);
    await serveShell(page, portal, "plain");
  });

  test("the shell handles its own links, even those that begin like the base path", async ({ page }) => {
    await page.goto("/news");
    await page.getByRole("link", { name: "Partners", exact: true }).click();
    await expect(heading(page, "Home")).toBeVisible();
    await page.evaluate(() => Object.assign(window, { isSamePage: true }));

    await page.getByRole("link", { name: "Archive" }).click();
    await expect(page.getByText("Acme page /partners-archive")).toBeVisible();
    await expect(heading(page, "Home")).toHaveCount(0);
    await page.goBack();
    await expect(heading(page, "Home")).toBeVisible();
    expect(await page.evaluate(() => "isSamePage" in window)).toBe(true);

    // Neither the shell nor the portal handles this link, so the browser loads its page.
    await page.getByRole("link", { name: "Partner help, by a new page" }).click();
    await expect(heading(page, "Help and support")).toBeVisible();
    expect(await page.evaluate(() => "isSamePage" in window)).toBe(false);
  });

  test("a page that the shell's router pushes is shown", async ({ page }) => {
    await page.goto("/partners");
    await expect(heading(page, "Home")).toBeVisible();
    await page.getByRole("link", { name: "Partner help", exact: true }).click();
    await expect(heading(page, "Help and support")).toBeVisible();
    await expect(page.getByRole("link", { name: "Production" })).toHaveAttribute(
      "aria-current",
      "true",
    );
    await page.goBack();
    await expect(heading(page, "Home")).toBeVisible();
  });

  test("the portal's own links keep the shell's history.state and do not scroll the page", async ({
    page,
  }) => {
    await page.goto("/news");
    await page.getByRole("link", { name: "Partners", exact: true }).click();
    await expect(heading(page, "Home")).toBeVisible();
    const before = await page.evaluate(() => {
      scrollTo(0, 60);
      return { state: history.state as unknown, scroll: scrollY };
    });
    // A click by Playwright would scroll to the link, which is far down with the shell's fonts.
    await page.getByRole("link", { name: "Help and support" }).evaluate((link: HTMLElement) => link.click());
    await expect(heading(page, "Help and support")).toBeFocused();
    await expect(page).toHaveURL("/partners/help");
    const after = await page.evaluate(() => ({
      state: history.state as unknown,
      scroll: scrollY,
    }));
    expect(after).toEqual(before);
    await page.goBack();
    await expect(heading(page, "Home")).toBeVisible();
  });

  test("no style rule of the shell reaches the portal, and none of the portal's reaches the shell", async ({
    page,
  }) => {
    await page.goto("/partners");
    const title = heading(page, "Home");
    await expect(title).toBeVisible();
    await expect(title).toHaveCSS("text-transform", "none");
    await expect(title).toHaveCSS("letter-spacing", "normal");
    await expect(title).toHaveCSS("direction", "ltr");
    await expect(title).toHaveCSS("font-size", "22px");
    await expect(title).not.toHaveCSS("color", "rgb(255, 0, 0)");
    await expect(page.getByRole("navigation", { name: "Acme" })).toHaveCSS("font-size", "40px");
  });

  test("nothing global changes while the portal is mounted or afterwards", async ({ page }) => {
    await page.goto("/news");
    await expect(page.getByText("Acme page /news")).toBeVisible();
    const before = await traces(page);
    await page.getByRole("link", { name: "Partners", exact: true }).click();
    await expect(heading(page, "Home")).toBeVisible();
    expect(await traces(page)).toEqual({ ...(before as object), state: { acme: "/partners" } });
    await page.getByRole("link", { name: "News" }).click();
    await expect(page.getByText("Acme page /news")).toBeVisible();
    expect(await traces(page)).toEqual({ ...(before as object), state: { acme: "/news" } });
  });
});

test("importing the entry loads only the entry, and changes nothing", async ({ page, portal }) => {
  await portal.signIn(page, amara);
  await serveShell(page, portal, "blank");
  await page.goto("/partners");
  const requests: string[] = [];
  page.on("request", (request) => requests.push(new URL(request.url()).pathname));
  const before = await traces(page);
  await page.evaluate(async () => {
    await import("/partner-portal/partner-portal.js" as string);
    // Any other request of the import would have been sent before this response.
    await fetch("/healthz");
  });
  expect(requests).toEqual(["/partner-portal/partner-portal.js", "/healthz"]);
  expect(await traces(page)).toEqual(before);
});

test("text typed just before the portal is unmounted is restored when it is mounted again", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, giulia);
  const shell = await Shell.open(page, portal);
  await shell.mount("one");
  const form = new ContactForm(page);
  await form.type("Technical emergency contacts", "first@example.com");
  await expect(draftSaved(page)).toBeVisible();
  const kept = page.waitForResponse(
    (response) => response.request().method() === "PUT" && response.url().endsWith("/draft"),
  );
  await form.type("Technical emergency contacts", "second@example.com");
  await shell.unmount("one");
  expect((await kept).status()).toBeLessThan(300);
  await shell.mount("one");
  await expect(form.chip("second@example.com")).toBeVisible();
});
