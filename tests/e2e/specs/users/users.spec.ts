// Tests the virtualised list of users with ten thousand users.

import { expect, type Page, test } from "../../support/fixtures.ts";
import { beatriz, giulia, WANDERLIGHT } from "../../support/people.ts";

const table = (page: Page) => page.getByRole("table", { name: "Users" });
const rows = (page: Page) => table(page).getByRole("row");
/** Returns the line that shows the number of users. */
const count = (page: Page, text: string) =>
  page.getByRole("paragraph").filter({ hasText: new RegExp(`^${text} users?$`) });

test.describe("the users of a large account", () => {
  test.beforeEach(async ({ page, portal }) => {
    await portal.signIn(page, beatriz);
    await page.goto("/portal/configuration/account-and-users");
    await expect(rows(page).nth(5)).toBeVisible();
  });

  test("are counted, and only the visible ones are in the page", async ({ page }) => {
    await expect(count(page, "10,000")).toBeVisible();
    await expect(table(page)).toHaveAttribute("aria-rowcount", "10001");
    expect(await rows(page).count()).toBeLessThan(60);
  });

  test("are loaded while scrolling, and still only the visible ones are in the page", async ({
    page,
  }) => {
    await table(page).hover();
    const scrolled = async (index: number) => {
      await page.mouse.wheel(0, 4_000);
      expect(await rows(page).count()).toBeLessThan(60);
      const last = await rows(page).last().getAttribute("aria-rowindex");
      expect(Number(last)).toBeGreaterThan(index);
    };
    await expect(() => scrolled(350)).toPass({ timeout: 15_000 });
  });

  test("are shown from the top again when they are sorted differently", async ({ page }) => {
    await table(page).hover();
    const first = rows(page).nth(1);
    await expect(async () => {
      await page.mouse.wheel(0, 2_000);
      await expect(first).not.toHaveAttribute("aria-rowindex", "2", { timeout: 1_000 });
    }).toPass({ timeout: 15_000 });
    await page.getByRole("button", { name: "Name", exact: true }).click();
    await expect(first).toHaveAttribute("aria-rowindex", "2");
    await expect(first).toBeInViewport();
    await expect(table(page)).toHaveJSProperty("scrollTop", 0);
  });

  test("can be found by part of a name or an address", async ({ page }) => {
    await page.getByRole("textbox", { name: "Search by name or email" }).fill("ines carv");
    await expect(rows(page).filter({ hasText: "ines.carvalho@example.org" })).toHaveCount(1);
    await page.getByRole("textbox", { name: "Search by name or email" }).fill("kenji.watanabe@");
    await expect(rows(page).filter({ hasText: "kenji.watanabe@example.org" })).toHaveCount(1);
    await expect(rows(page)).toHaveCount(2);
    await expect(count(page, "1")).toBeVisible();
  });

  test("can be filtered by role", async ({ page, portal }) => {
    await page.getByRole("combobox", { name: "Role" }).selectOption("Administrator");
    const answer = await portal.api(
      page,
      "GET",
      `/accounts/${WANDERLIGHT}/users?role=administrator&page_size=1`,
    );
    const { total_size } = (await answer.json()) as { total_size: number };
    await expect(count(page, total_size.toLocaleString("en-US"))).toBeVisible();
    const shown = rows(page).filter({ has: page.getByRole("cell") });
    await expect(shown.filter({ hasText: "Administrator" }).first()).toBeVisible();
    await expect(shown.filter({ hasText: /Editor|Reader/ })).toHaveCount(0);
  });

  test("show a message when no user matches the search", async ({ page }) => {
    await page.getByRole("textbox", { name: "Search by name or email" }).fill("zzzzzz");
    await expect(page.getByText("No users found")).toBeVisible();
    await page.getByRole("textbox", { name: "Search by name or email" }).fill("");
    await expect(count(page, "10,000")).toBeVisible();
  });
});

test("the Users tab of the modal shows the same list", async ({ page, portal }) => {
  await portal.signIn(page, giulia);
  await page.goto("/portal/");
  await page.getByRole("tab", { name: "Users" }).click();
  await expect(count(page, "6")).toBeVisible();
  await expect(rows(page)).toHaveCount(7);
  await expect(rows(page).filter({ hasText: "Chiara Romano" })).toContainText("Invited");
});
