// Tests unusual pages and browsers: a page isolated from other origins, a second window, an old browser,
// and a browser without a time zone.

import { ContactForm } from "../../support/contact_form.ts";
import { expect, type Page, test } from "../../support/fixtures.ts";
import { amara, giulia } from "../../support/people.ts";
import { Gateway } from "../../support/servers/gateway.ts";
import { heading, Shell, type ShellWindow } from "../../support/shell/shell.ts";

/** Returns the custom properties by which each style sheet shows that it has loaded. */
const styleMarks = (page: Page) =>
  page.evaluate(() => {
    const root = document.getElementById("one")!.shadowRoot!.querySelector(".portal-root")!;
    const style = getComputedStyle(root);
    return ["--first-styles", "--deferred-styles"].map((mark) => style.getPropertyValue(mark));
  });

test("a page with COEP uses a package from another origin", async ({ page, portal }) => {
  // The browser takes the intercepted page for one from another machine, which needs this permission.
  await page.context().grantPermissions(["local-network-access"]);
  await portal.signIn(page, amara);
  const packages = await Gateway.start(portal.url, {
    changeResponse: (headers) => {
      headers["access-control-allow-origin"] = "*";
    },
  });
  try {
    const shell = await Shell.open(page, portal, "/partners", {
      entry: `${packages.url}/partner-portal.js`,
      headers: { "cross-origin-embedder-policy": "require-corp" },
    });
    await shell.mount("one");
    await expect(heading(page, "Home")).toBeVisible();
    await expect.poll(() => styleMarks(page)).toEqual(["here", "here"]);
    expect(await shell.events("error")).toEqual([]);
  } finally {
    await packages.stop();
  }
});

/** Mounts a portal in an element of a same-origin frame, which has a window of its own. */
const mountInFrame = (page: Page) =>
  page.evaluate(async () => {
    const { entry, handles } = window as unknown as ShellWindow;
    const frame = document.createElement("iframe");
    frame.id = "frame";
    Object.assign(frame.style, { inlineSize: "1200px", blockSize: "800px" });
    document.body.append(frame);
    const element = frame.contentDocument!.createElement("section");
    frame.contentDocument!.body.append(element);
    const options = { apiBase: "/api/v1", basePath: "/partners", chrome: "full" } as const;
    handles["one"] = await entry.mount(element, options);
  });

test("a portal in another window follows its links, and its handle unmounts it", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal);
  await mountInFrame(page);
  const frame = page.frameLocator("#frame");
  const title = (name: string) => frame.getByRole("heading", { level: 1, name });
  await expect(title("Home")).toBeVisible();
  await frame.getByRole("link", { name: "Help and support" }).click();
  await expect(title("Help and support")).toBeFocused();
  await expect(page).toHaveURL("/partners/help");

  await frame.getByRole("button", { name: "Amara Okafor" }).click();
  const signOut = frame.getByRole("button", { name: "Sign out" });
  await expect(signOut).toBeVisible();
  await title("Help and support").click();
  await expect(signOut, "a click outside closes the menu").toBeHidden();
  expect(await shell.statuses()).toEqual(["open"]);
  await shell.unmount("one");
  await expect(title("Help and support")).toHaveCount(0);
});

test("the modal in another window cannot be closed, and its errors lead to their fields", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, giulia);
  await Shell.open(page, portal);
  await mountInFrame(page);
  const frame = page.frameLocator("#frame");
  const dialog = frame.getByRole("dialog", { name: "Required information" });
  await expect(dialog.getByRole("button", { name: "Add schedule" })).toBeVisible();
  const box = dialog.getByRole("textbox", { name: "Technical emergency contacts", exact: true });
  await box.press("Escape");
  await box.press("Escape");
  await expect(dialog).toBeVisible();

  await dialog.getByRole("button", { name: "Submit", exact: true }).press("Enter");
  const summary = dialog.getByRole("alert").filter({ hasText: "There is a problem" });
  const first = summary.getByRole("button", { name: /^Technical emergency contacts:/ });
  await first.press("Enter");
  await expect(box).toBeFocused();
  await page.keyboard.type("oncall@example.com");
  await page.keyboard.press("Enter");
  await expect(first).toHaveCount(0);
});

test("a browser without AbortSignal.any shows the portal and changes its language", async ({
  page,
  portal,
}) => {
  const uncaught: string[] = [];
  page.on("pageerror", (error) => uncaught.push(error.message));
  await page.addInitScript(() => {
    delete (AbortSignal as { any?: unknown }).any;
  });
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal);
  expect(await page.evaluate(() => "any" in AbortSignal)).toBe(false);
  await shell.mount("one");
  await expect(heading(page, "Home")).toBeVisible();
  await page.getByRole("navigation").getByRole("link", { name: "Contact information" }).click();
  await new ContactForm(page).isWhole();
  await shell.update("one", { locale: "it" });
  await expect(heading(page, "Dati di contatto")).toBeVisible();
  await shell.unmount("one");
  await shell.mount("one");
  await expect(heading(page, "Contact information")).toBeVisible();
  expect(uncaught).toEqual([]);
  expect(await shell.events("error")).toEqual([]);
});

/** The time zones of a browser that does not know its own, and of one that is newer than the tables. */
const UNKNOWN_ZONES = ["Etc/Unknown", "Europe/Atlantis"];

for (const zone of UNKNOWN_ZONES) {
  test(`a browser whose time zone is ${zone} shows the week in UTC`, async ({ page, portal }) => {
    await page.addInitScript((timeZone) => {
      const { resolvedOptions } = Intl.DateTimeFormat.prototype;
      Intl.DateTimeFormat.prototype.resolvedOptions = function (this: Intl.DateTimeFormat) {
        return { ...resolvedOptions.call(this), timeZone };
      };
    }, zone);
    await portal.signIn(page, amara);
    await page.goto("/portal/configuration/contact-information");
    const form = new ContactForm(page);
    await form.isWhole();
    await form.hasTables();
    const week = page.getByRole("region", { name: "When your support answers" });
    await expect(week.locator(".coverage-facts")).toContainText("UTC");
    await expect(week.getByText("Your time zone")).toHaveCount(0);
  });
}
