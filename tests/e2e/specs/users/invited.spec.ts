// Tests that an invited user is asked before they join an account, and can decline.

import { expect, expectNoViolations, type Page, test } from "../../support/fixtures.ts";
import { isolated } from "../../support/isolated.ts";
import { amara, BELLA_VISTA, chiara, giulia, NORTHGATE } from "../../support/people.ts";
import type { Person } from "../../support/portal.ts";

const BY_GIULIA = `${isolated("Giulia Conti")} invited you to join ${isolated("Bella Vista Bookings")}`;

const accept = (page: Page) => page.getByRole("button", { name: "Accept" });
const decline = (page: Page) => page.getByRole("button", { name: "Decline" });
const question = (page: Page) => page.getByRole("heading", { name: BY_GIULIA });

/** Returns the state of each user in the account's list that matches `name`. */
async function shown(colleague: Person, name: string): Promise<unknown> {
  const query = encodeURIComponent(name);
  const found = await colleague.api("GET", `/accounts/${BELLA_VISTA}/users?query=${query}`);
  const { users } = (await found.json()) as {
    users: { state: string; invitation?: { state: string } }[];
  };
  return users.map((user) => user.invitation?.state ?? user.state);
}

/** Invites Amara, who already has an account, to another one, and returns the invitation's id. */
async function inviteAmara(colleague: Person): Promise<string> {
  const data = { name: "A", email: "amara.okafor@example.com", role: "reader" };
  const added = await colleague.api("POST", `/accounts/${BELLA_VISTA}/users`, { data });
  expect(added.status()).toBe(201);
  return ((await added.json()) as { user: { id: string } }).user.id;
}

test("the link alone joins no account: the invited user is asked, accepts and sees the portal", async ({
  page,
  portal,
}) => {
  const colleague = await portal.person(giulia);
  await portal.signIn(page, chiara);
  await page.goto(`/portal/?account=${BELLA_VISTA}`);
  await expect(question(page)).toHaveText(`${BY_GIULIA} as ${isolated("Editor")}`);
  await expect(page.getByText("see your name and email address")).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expectNoViolations(page);
  await page.reload();
  await expect(question(page)).toBeVisible();
  expect(await shown(colleague, "Chiara")).toEqual(["pending"]);

  await accept(page).press("Enter");
  await expect(page.getByRole("dialog", { name: "Required information" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Submit" })).toBeVisible();
  await expect(question(page)).toHaveCount(0);
  expect(await shown(colleague, "Chiara")).toEqual(["active"]);
});

test("a user who declines sees a confirmation, and can contact support or sign out", async ({
  page,
  portal,
}) => {
  const colleague = await portal.person(giulia);
  await portal.signIn(page, chiara);
  await page.goto("/portal/");
  await decline(page).press("Enter");
  const title = `You declined the invitation to ${isolated("Bella Vista Bookings")}`;
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  await expect(accept(page)).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Contact support" })).toHaveAttribute("href", /^http/);
  await expectNoViolations(page);
  expect(await shown(colleague, "Chiara")).toEqual(["declined"]);

  await page.getByRole("button", { name: "Sign out" }).press("Enter");
  await page.waitForURL(/\/demo\/sign-in\?return_to=/);
});

test("an administrator sees a declined invitation, and can send it again", async ({
  page,
  portal,
}) => {
  const invited = await portal.person(chiara);
  const data = { answer: "decline" };
  const answered = await invited.api("POST", "/session/invitations/inv_chiara_romano", { data });
  expect(answered.status()).toBe(204);
  await portal.signIn(page, giulia);
  await page.goto("/portal/");
  await page.getByRole("tab", { name: "Users" }).click();
  const row = page.getByRole("row").filter({ hasText: "Chiara Romano" });
  await expect(row).toContainText("Invitation declined");
  await page.getByRole("button", { name: `Manage ${isolated("Chiara Romano")}` }).click();
  const dialog = page.getByRole("dialog", { name: "Chiara Romano" });
  await expect(dialog.getByText("and declined. You can send it again.")).toBeVisible();
  await dialog.getByRole("button", { name: "Send invitation again" }).press("Enter");
  await expect(dialog.getByText("An invitation is on its way")).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await expect(row).not.toContainText("declined");
});

test("an invited user who already has an account continues, and accepts on Home", async ({ page, portal }) => {
  await inviteAmara(await portal.person(giulia));
  await portal.signIn(page, amara);
  await page.goto("/portal/");
  await expect(page.getByRole("heading", { name: "Home" })).toBeVisible();
  const home = page.getByRole("main");
  await expect(home.getByText(`${BY_GIULIA} as ${isolated("Reader")}`)).toBeVisible();
  await expectNoViolations(page);
  await accept(page).press("Enter");
  await expect(accept(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Amara Okafor" }).press("Enter");
  await page.getByRole("link", { name: "Bella Vista Bookings" }).click();
  await expect(page).toHaveURL(new RegExp(`account=${BELLA_VISTA}`));
});

test("an invited user who already has an account can decline and stays in it", async ({ page, portal }) => {
  const colleague = await portal.person(giulia);
  await inviteAmara(colleague);
  await portal.signIn(page, amara);
  await page.goto("/portal/");
  await decline(page).press("Enter");
  await expect(decline(page)).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Home" })).toBeVisible();
  expect(await shown(colleague, "amara")).toEqual(["declined"]);
  expect((await portal.api(page, "GET", `/accounts/${NORTHGATE}`)).status()).toBe(200);
});

test("answering a revoked invitation shows that it is no longer valid", async ({
  page,
  portal,
}) => {
  const colleague = await portal.person(giulia);
  const id = await inviteAmara(colleague);
  await portal.signIn(page, amara);
  await page.goto("/portal/");
  await expect(accept(page)).toBeVisible();
  const revoked = await colleague.api("DELETE", `/accounts/${BELLA_VISTA}/users/${id}`);
  expect(revoked.status()).toBe(204);
  await accept(page).press("Enter");
  await expect(page.getByText("This invitation is no longer valid.")).toBeVisible();
});

test("an answer that did not reach the server can be sent again", async ({ page, portal }) => {
  await portal.signIn(page, chiara);
  await page.goto("/portal/");
  await page.route("**/session/invitations/*", (route) => route.abort());
  await accept(page).press("Enter");
  await expect(page.getByText("Not done: the portal can’t be reached.")).toBeVisible();
  await page.unroute("**/session/invitations/*");
  await accept(page).press("Enter");
  await expect(page.getByRole("button", { name: "Submit" })).toBeVisible();
});

test("the question is shown in the language that the invited user chooses", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, chiara);
  await page.goto("/portal/");
  await page.getByRole("combobox", { name: "Language" }).selectOption("Italiano");
  await expect(page.getByRole("button", { name: "Accetta" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("ti invita a unirti a");
});
