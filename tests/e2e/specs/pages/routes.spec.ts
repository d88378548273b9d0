// Tests the pages, addresses and links of an open portal.

import { expect, type Page, test } from "../../support/fixtures.ts";
import { isolated } from "../../support/isolated.ts";
import { amara, maya } from "../../support/people.ts";

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const navigation = (page: Page) => page.getByRole("navigation", { name: "Portal pages" });

const PAGES = [
  ["/portal/", "Home", "Home"],
  ["/portal/configuration/contact-information", "Contact information", "Contact information"],
  ["/portal/configuration/account-and-users", "Account and users", "Account and users"],
  ["/portal/help", "Help and support", "Help and support"],
] as const;

test.beforeEach(async ({ page, portal }) => {
  await portal.signIn(page, amara);
});

for (const [path, name, link] of PAGES) {
  test(`${path} opens ${name}, by address and by link`, async ({ page }) => {
    await page.goto(path);
    await expect(heading(page, name)).toBeVisible();
    await expect(navigation(page).getByRole("link", { name: link })).toHaveAttribute(
      "aria-current",
      "page",
    );
    const elsewhere = name === "Help and support" ? "Home" : "Help and support";
    await navigation(page).getByRole("link", { name: elsewhere }).click();
    await expect(heading(page, elsewhere)).toBeVisible();
    await navigation(page).getByRole("link", { name: link }).click();
    await expect(heading(page, name)).toBeVisible();
    await expect(page).toHaveURL(path);
  });
}

test("the root address leads to Home", async ({ page }) => {
  await page.goto("/");
  await expect(heading(page, "Home")).toBeVisible();
  await expect(page).toHaveURL(/\/portal\/?$/);
});

test("an unknown address shows Page not found with a link to Home", async ({ page }) => {
  await page.goto("/portal/no/such/page");
  await expect(heading(page, "Page not found")).toBeVisible();
  await page.getByRole("link", { name: "Go to Home" }).click();
  await expect(heading(page, "Home")).toBeVisible();
});

test("every link keeps the environment, and so do back and forward", async ({ page }) => {
  await page.goto("/portal/?env=production");
  await expect(heading(page, "Home")).toBeVisible();
  await navigation(page).getByRole("link", { name: "Account and users" }).click();
  await expect(page).toHaveURL("/portal/configuration/account-and-users?env=production");
  await navigation(page).getByRole("link", { name: "Help and support" }).click();
  await expect(page).toHaveURL("/portal/help?env=production");
  await page.goBack();
  await expect(page).toHaveURL("/portal/configuration/account-and-users?env=production");
  await expect(heading(page, "Account and users")).toBeVisible();
  await page.goForward();
  await expect(heading(page, "Help and support")).toBeVisible();
  await page.goto("/portal/nowhere?env=production");
  await page.getByRole("link", { name: "Go to Home" }).click();
  await expect(heading(page, "Home")).toBeVisible();
  await expect(page).toHaveURL("/portal/?env=production");
});

test("Home shows the account and the steps of the onboarding plan", async ({ page }) => {
  await page.goto("/portal/");
  const account = page.getByRole("region", { name: "Account" });
  for (const fact of ["Northgate Tables", "partner-20533", "Reservations waitlists"]) {
    await expect(account.getByText(fact, { exact: true })).toBeVisible();
  }
  const first = page.getByRole("region", { name: "Onboarding plan" }).getByRole("listitem").first();
  await expect(first).toContainText("Done");
  await first
    .getByRole("link", { name: `${isolated(1)}. ${isolated("Configure contact information")}` })
    .click();
  await expect(heading(page, "Contact information")).toBeVisible();
});

test("a user of two accounts can switch between them", async ({ page, portal }) => {
  await portal.signIn(page, maya);
  await page.goto("/portal/help?account=acc_northgate");
  await expect(heading(page, "Help and support")).toBeVisible();
  await page.getByRole("button", { name: "Maya Lindqvist" }).click();
  await page.getByRole("link", { name: "Bella Vista Bookings" }).click();
  const dialog = page.getByRole("dialog", { name: "Required information" });
  await expect(dialog.getByText("Bella Vista Bookings").first()).toBeVisible();
  await expect(page).toHaveURL("/portal/help?account=acc_bella_vista");
  await dialog.getByRole("button", { name: "Maya Lindqvist" }).click();
  await dialog.getByRole("link", { name: "Northgate Tables" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(heading(page, "Help and support")).toBeVisible();
});

test("visiting every page logs no error and violates no Content Security Policy", async ({ page }) => {
  const logged: string[] = [];
  page.on("pageerror", (error) => logged.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) logged.push(message.text());
  });
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  const answer = await page.goto("/portal/");
  const policy = answer!.headers()["content-security-policy"];
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(policy).toContain("style-src 'self'");
  for (const [, name, link] of PAGES) {
    await navigation(page).getByRole("link", { name: link }).click();
    await expect(heading(page, name)).toBeVisible();
  }
  await navigation(page).getByRole("link", { name: "Contact information" }).click();
  await page.getByRole("button", { name: "Add schedule" }).click();
  await page.getByRole("combobox", { name: "Time zone" }).last().fill("tokyo");
  await expect(page.getByRole("listbox", { name: "Time zones" }).getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Remove schedule" }).last().click();
  expect(logged).toEqual([]);
});
