// Tests that a user without permission learns the reason and who can help, and that a change of role or
// access takes effect in the open tab at once.

import { ContactForm } from "../../support/contact_form.ts";
import { expect, expectNoViolations, test } from "../../support/fixtures.ts";
import { isolated } from "../../support/isolated.ts";
import { BELLA_VISTA, giulia, NORTHGATE, noa, siobhan, tomasz } from "../../support/people.ts";
import { UsersPanel } from "../../support/users_panel.ts";

const NOA = "usr_noa_ben_david";
const TOMASZ = "usr_tomasz_zielinski";

test("a user who is not an administrator sees the list, why they can’t change it, and who to ask", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, tomasz);
  const users = new UsersPanel(page);
  await users.openTab();
  await expect(page.getByText("Only administrators can add, change, or remove users.")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Giulia Conti" })).toBeVisible();
  await expect(page.getByText(`Your role: ${isolated("Editor")}.`)).toBeVisible();
  await expect(page.getByRole("button", { name: "Add user" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Manage/ })).toHaveCount(0);
  await expectNoViolations(page);
});

test("a reader can remind the users who can edit, once", async ({ page, portal }) => {
  await portal.signIn(page, noa);
  await page.goto("/portal/");
  await page.getByRole("button", { name: "Send a reminder" }).click();
  const dialog = page.getByRole("dialog", { name: "Required information" });
  await expect(dialog.getByText("Reminder sent to")).toContainText("Tomasz Zieliński");
  const mails = await portal.backend.mails();
  expect(mails.length).toBeGreaterThanOrEqual(3);
  expect(mails.filter((mail) => /^To: .*noa\.bendavid/m.test(mail))).toEqual([]);

  await page.getByRole("button", { name: "Send a reminder" }).click();
  await expect(dialog.getByText("A reminder has already been sent.")).toContainText("in 24 hours");
  expect(await portal.backend.mails()).toHaveLength(mails.length);
});

test("a user whose role is reduced loses the form in the open tab and sees the new role", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, tomasz);
  await page.goto("/portal/");
  const form = new ContactForm(page);
  await expect(form.submit).toBeVisible();
  // The head of the modal is complete once the account menu is there.
  await expect(page.getByRole("dialog").getByRole("button", { name: "Tomasz Zieliński" })).toBeVisible();
  const administrator = await portal.person(giulia);
  const changed = await administrator.api("PATCH", `/accounts/${BELLA_VISTA}/users/${TOMASZ}`, {
    data: { role: "reader" },
  });
  expect(changed.status()).toBe(200);
  await expect(form.submit).toHaveCount(0, { timeout: 2_000 });
  await expect(page.getByRole("status")).toContainText([
    `Your role in this account is now ${isolated("Reader")}.`,
  ]);
  await expect(page.getByText("Your role doesn’t allow you to edit the contact information")).toBeVisible();
});

test("a user whose role is raised gets the form in the open tab", async ({ page, portal }) => {
  await portal.signIn(page, noa);
  await page.goto("/portal/");
  await expect(page.getByText("Your role doesn’t allow you to edit the contact information")).toBeVisible();
  const administrator = await portal.person(giulia);
  await administrator.api("PATCH", `/accounts/${BELLA_VISTA}/users/${NOA}`, {
    data: { role: "administrator" },
  });
  await expect(new ContactForm(page).submit).toBeVisible({ timeout: 2_000 });
  await page.getByRole("tab", { name: "Users" }).click();
  await expect(page.getByRole("button", { name: "Add user" })).toBeVisible();
});

test("a user removed from their only account is signed out in the open tab", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, siobhan);
  await page.goto("/portal/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const administrator = await portal.person({ account: "Northgate Tables", role: "administrator" });
  const session = await portal.api(page, "GET", "/session");
  const { user } = (await session.json()) as { user: { id: string } };
  const removed = await administrator.api("DELETE", `/accounts/${NORTHGATE}/users/${user.id}`);
  expect(removed.status()).toBe(204);
  await expect(page.getByText("Your session has ended")).toBeVisible({ timeout: 2_000 });
});

test("a user removed from one of several accounts continues in another", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, { account: "Northgate Tables", role: "editor" });
  await page.goto(`/portal/?account=${BELLA_VISTA}`);
  await expect(page.getByRole("dialog", { name: "Required information" })).toBeVisible();
  await expect(page.getByRole("dialog").getByRole("button", { name: "Maya Lindqvist" })).toBeVisible();
  const administrator = await portal.person(giulia);
  const removed = await administrator.api(
    "DELETE",
    `/accounts/${BELLA_VISTA}/users/usr_maya_lindqvist`,
  );
  expect(removed.status()).toBe(204);
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toBeVisible({ timeout: 4_000 });
  const lost = `You no longer have access to ${isolated("Bella Vista Bookings")}.`;
  await expect(page.getByRole("status").filter({ hasText: lost })).toBeVisible();
  await expect(page.getByText("Northgate Tables").first()).toBeVisible();
});

test("an administrator who is demoted while adding a user loses the dialog and sees who to ask", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, giulia);
  const users = new UsersPanel(page);
  await users.openTab();
  const dialog = await users.add();
  await dialog.getByRole("textbox", { name: "Name" }).fill("Ewa Nowak");
  const other = await portal.person({ account: "Northgate Tables", role: "editor" });
  const demoted = await other.api("PATCH", `/accounts/${BELLA_VISTA}/users/usr_giulia_conti`, {
    data: { role: "reader" },
  });
  expect(demoted.status()).toBe(200);
  await expect(dialog).toHaveCount(0, { timeout: 2_000 });
  await expect(page.getByText("Only administrators can add, change, or remove users.")).toBeVisible();
});
