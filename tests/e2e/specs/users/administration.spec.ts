// Tests how administrators change and remove access, in the modal and on the page.

import { expect, expectNoViolations, type Page, test } from "../../support/fixtures.ts";
import { isolated } from "../../support/isolated.ts";
import { amara, beatriz, giulia, NORTHGATE, WANDERLIGHT } from "../../support/people.ts";
import type { Portal } from "../../support/portal.ts";
import { save, stored } from "../../support/stored.ts";
import { UsersPanel } from "../../support/users_panel.ts";
import { withoutInclude } from "../../support/without_include.ts";

/** Returns the focused element, also inside the portal's shadow root. */
const focused = (page: Page) => page.locator(":focus").last();

test("a changed role appears in the list at once", async ({ page, portal }) => {
  await portal.signIn(page, giulia);
  const users = new UsersPanel(page);
  await users.openTab();
  const dialog = await users.manage("Noa Ben-David");
  await dialog.getByRole("radio", { name: "Editor" }).check();
  await dialog.getByRole("button", { name: "Save role" }).click();
  await expect(dialog.getByText("Role saved").first()).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await expect(users.row("Noa Ben-David")).toContainText("Editor");
  await expect(focused(page)).toHaveAccessibleName(`Manage ${isolated("Noa Ben-David")}`);
});

test("the only administrator can neither leave nor give up the role, and learns why", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  const api = (path: string) => `/accounts/${NORTHGATE}/users${path}`;
  const others = await portal.api(page, "GET", api("?role=administrator"));
  const { users: people } = (await others.json()) as { users: { id: string }[] };
  for (const { id } of people.filter(({ id }) => id !== "usr_amara_okafor")) {
    const demoted = await portal.api(page, "PATCH", api(`/${id}`), { data: { role: "editor" } });
    expect(demoted.status()).toBe(200);
  }

  const users = new UsersPanel(page);
  await users.openPage();
  const dialog = await users.manage("Amara Okafor");
  await dialog.getByRole("radio", { name: "Reader" }).check();
  await expect(dialog.getByText("This is your own role.")).toBeVisible();
  await dialog.getByRole("button", { name: "Save role" }).click();
  const reason = `${isolated("Amara Okafor")} is the only administrator.`;
  await expect(dialog.getByRole("alert").filter({ hasText: reason })).toBeVisible();
  await dialog.getByRole("button", { name: "Remove from account" }).click();
  const question = users.dialog(`Remove ${isolated("Amara Okafor")}?`);
  const replacement = question.getByRole("combobox", { name: "New alert contact" });
  await replacement.fill("maya");
  await page.getByRole("option", { name: /Maya Lindqvist/ }).click();
  await question.getByRole("button", { name: "Remove from account" }).click();
  await expect(question.getByRole("alert").filter({ hasText: reason })).toBeVisible();
});

/** Makes Maya the only alert contact in Production. */
async function alertOnlyMaya(portal: Portal): Promise<void> {
  const alerts = { alert_contacts: ["usr_maya_lindqvist"] };
  await save(await portal.person(amara), NORTHGATE, alerts, "production");
}

test("a removal that the backend refuses for lack of a replacement moves the focus to the replacement", async ({ page, portal }) => {
  await alertOnlyMaya(portal);
  await portal.signIn(page, amara);
  const users = new UsersPanel(page);
  await withoutInclude(page);
  await page.route(`**/accounts/${NORTHGATE}/contact-information`, (route) => route.abort());
  await users.openPage();
  const question = await users.askToRemove("Maya Lindqvist");
  const replacement = question.getByRole("combobox", { name: "New alert contact" });
  await expect(replacement).toBeVisible();
  await question.getByRole("button", { name: "Remove from account" }).press("Enter");
  await expect(question.getByRole("alert").filter({ hasText: "is the only alert contact" })).toBeVisible();
  await expect(replacement).toBeFocused();
  await expect(replacement).toHaveAccessibleDescription(/Choose a replacement from the list/);
});

test("the last alert contact can only be removed with a replacement", async ({
  page,
  portal,
}) => {
  await alertOnlyMaya(portal);
  await portal.signIn(page, amara);
  const users = new UsersPanel(page);
  await users.openPage();
  await expect(users.row("Maya Lindqvist")).toContainText("Alert contact");
  const question = await users.askToRemove("Maya Lindqvist");
  await expect(question.getByText("is the only alert contact")).toBeVisible();
  await question.getByRole("button", { name: "Remove from account" }).click();
  const replacement = question.getByRole("combobox", { name: "New alert contact" });
  await expect(replacement).toBeFocused();
  await expect(replacement).toHaveAccessibleDescription(/Choose a replacement from the list/);
  await expectNoViolations(page);
  await replacement.fill("amara");
  await page.getByRole("option", { name: /Amara Okafor/ }).click();
  await question.getByRole("button", { name: "Remove from account" }).click();
  await expect(users.row("Maya Lindqvist")).toHaveCount(0);

  const { alert_contacts } = await stored(portal, page, NORTHGATE);
  expect(alert_contacts).toEqual(["usr_amara_okafor"]);
});

test("the list can be sorted by each column, across all pages", async ({ page, portal }) => {
  await portal.signIn(page, beatriz);
  const users = new UsersPanel(page);
  await users.openPage();
  const head = (name: string) => page.getByRole("columnheader", { name });
  const first = page.getByRole("row").nth(1);
  await expect(head("Name")).toHaveAttribute("aria-sort", "ascending");
  for (const [column, sort] of [
    ["Name", "-name"],
    ["Role", "role"],
    ["Role", "-role"],
    ["Status", "state"],
    ["Status", "-state"],
  ] as const) {
    await head(column).getByRole("button").click();
    const path = `/accounts/${WANDERLIGHT}/users?page_size=1&sort=${sort}`;
    const answer = await portal.api(page, "GET", path);
    const { users: people } = (await answer.json()) as { users: { email: string }[] };
    await expect(first).toContainText(people[0]!.email);
    const direction = sort.startsWith("-") ? "descending" : "ascending";
    await expect(head(column)).toHaveAttribute("aria-sort", direction);
  }
});
