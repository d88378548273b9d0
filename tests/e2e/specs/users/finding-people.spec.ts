// Tests that the search finds every user who can be picked, with the letters of any keyboard.

import { expect, type Page, test } from "../../support/fixtures.ts";
import { BELLA_VISTA, giulia } from "../../support/people.ts";
import type { Portal } from "../../support/portal.ts";
import { UsersPanel } from "../../support/users_panel.ts";

/** Invites a user to Bella Vista Bookings in the session of the page. */
async function invite(portal: Portal, page: Page, name: string, email: string): Promise<void> {
  const data = { name, email, role: "reader", language: "en" };
  const added = await portal.api(page, "POST", `/accounts/${BELLA_VISTA}/users`, { data });
  expect(added.status()).toBe(201);
}

test("the only active user among sixty invited namesakes is found and picked", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, giulia);
  for (let number = 0; number < 60; number += 1) {
    await invite(portal, page, `Tomasz Aabye ${number}`, `aabye.${number}@example.com`);
  }
  await page.goto("/portal/?env=production");
  const picker = page.getByRole("combobox", { name: "Alert contacts", exact: true });
  await picker.fill("tomasz");
  const options = page.getByRole("listbox", { name: "Users" }).getByRole("option");
  await expect(options).toHaveCount(1);
  await expect(options).toContainText("Tomasz Zieliński");
  await options.click();
  const chosen = page.getByRole("list", { name: "Chosen alert contacts" }).getByRole("listitem");
  await expect(chosen).toHaveCount(1);
  await expect(chosen).toContainText("tomasz.zielinski@example.com");
});

test("users are found without accented letters, by surname first, and by a pasted contact", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, giulia);
  await invite(portal, page, "Łukasz Wróbel", "lw@example.com");
  await invite(portal, page, "Hans Ørsted", "ho@example.com");
  await invite(portal, page, "Siobhán O’Brien", "sob@example.com");
  const users = new UsersPanel(page);
  await users.openTab();
  const search = page.getByRole("textbox", { name: "Search by name or email" });
  for (const [typed, name] of [
    ["lukasz", "Łukasz Wróbel"],
    ["orsted", "Hans Ørsted"],
    ["o'brien", "Siobhán O’Brien"],
    ["Conti Giulia", "Giulia Conti"],
    ["tomasz  zielinski", "Tomasz Zieliński"],
    ["Chiara R. <chiara.romano@example.com>", "Chiara Romano"],
  ] as const) {
    await search.fill(typed);
    await expect(users.row("@")).toHaveCount(1);
    await expect(users.row(name)).toHaveCount(1);
  }
});

test("accented names are sorted with their base letters", async ({ page, portal }) => {
  await portal.signIn(page, giulia);
  for (const [number, name] of ["Zoe", "Łukasz", "Ángel", "Ørsted"].entries()) {
    await invite(portal, page, `${name} Sorted`, `${number}@example.com`);
  }
  const users = new UsersPanel(page);
  await users.openTab();
  await page.getByRole("textbox", { name: "Search by name or email" }).fill("sorted");
  await expect(users.row("@")).toHaveText([/Ángel/, /Łukasz/, /Ørsted/, /Zoe/]);
});
