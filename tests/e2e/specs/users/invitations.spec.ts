// Tests how administrators invite a colleague from inside the modal and manage the invitation.

import { expect, expectNoViolations, type Page, test } from "../../support/fixtures.ts";
import { isolated } from "../../support/isolated.ts";
import { BELLA_VISTA, giulia } from "../../support/people.ts";
import { Portal } from "../../support/portal.ts";
import { UsersPanel } from "../../support/users_panel.ts";

/** Returns the focused element, also inside the portal's shadow root. */
const focused = (page: Page) => page.locator(":focus").last();

test.describe("adding a colleague from inside the modal", () => {
  test.beforeEach(async ({ page, portal }) => {
    await portal.signIn(page, giulia);
    await new UsersPanel(page).openTab();
  });

  test("shows what the new user will be able to do and the link to send", async ({ page, portal }) => {
    const users = new UsersPanel(page);
    const dialog = await users.add();
    await expect(dialog.getByRole("textbox", { name: "Name" })).toBeFocused();
    await page.keyboard.type("Ewa Nowak");
    await dialog.getByRole("textbox", { name: "Email address" }).fill("ewa.nowak@example.com");
    await dialog.getByRole("radio", { name: "Editor" }).check();
    await dialog.getByRole("combobox", { name: "Language of the invitation" }).selectOption("Polski");
    await expectNoViolations(page);
    await dialog.getByRole("button", { name: "Add and invite" }).click();

    const added = users.dialog(`${isolated("Ewa Nowak")} has been invited`);
    await expect(added.getByText("Editor: Can fill in the contact information.")).toBeVisible();
    await expect(added.getByText("An invitation is on its way")).toBeVisible();
    await expect(added.getByRole("textbox", { name: "Link to send" })).toHaveValue(
      `${portal.url}/portal/?account=${BELLA_VISTA}`,
    );
    await expectNoViolations(page);
    await added.getByRole("button", { name: "Close" }).last().click();
    await expect(users.row("ewa.nowak@example.com")).toContainText("Invited");

    const [mail, ...others] = await portal.backend.mails();
    expect(others).toEqual([]);
    expect(mail).toMatch(/^To: .*ewa\.nowak@example\.com/m);
    expect(mail).toMatch(/^Content-Language: pl/im);
  });

  test("lets the invited user accept and then fill in the form", async ({
    page,
    portal,
    browser,
  }) => {
    const users = new UsersPanel(page);
    const dialog = await users.add();
    await users.fillIn(dialog, "Ewa Nowak", "ewa.nowak@example.com");
    await dialog.getByRole("button", { name: "Add and invite" }).press("Enter");
    const link = users.dialog("has been invited").getByRole("textbox", { name: "Link to send" });
    const address = await link.inputValue();

    const window = await (await browser.newContext()).newPage();
    const found = await portal.api(page, "GET", `/accounts/${BELLA_VISTA}/users?query=ewa`);
    const { users: people } = (await found.json()) as { users: { id: string }[] };
    await window.request.post(`${portal.url}/api/v1/demo/session`, {
      data: { user_id: people[0]!.id },
      headers: { "x-partner-portal": "1" },
    });
    await window.goto(address);
    await window.getByRole("button", { name: "Accept" }).press("Enter");
    await expect(window.getByRole("button", { name: "Submit" })).toBeVisible();
    await window.close();

    await users.dialog("has been invited").getByRole("button", { name: "Close" }).last().click();
    await page.getByRole("textbox", { name: "Search by name or email" }).fill("ewa");
    await expect(users.row("ewa.nowak@example.com")).toContainText("Active");
  });

  test("shows every error, moves the focus to the first one and keeps the typed text", async ({
    page,
  }) => {
    const users = new UsersPanel(page);
    const dialog = await users.add();
    await dialog.getByRole("textbox", { name: "Name" }).fill("\u202egnimoc era yehT");
    await dialog.getByRole("textbox", { name: "Email address" }).fill("ann@example");
    await dialog.getByRole("button", { name: "Add and invite" }).click();
    const name = dialog.getByRole("textbox", { name: "Name" });
    await expect(name).toBeFocused();
    await expect(name).toHaveAccessibleDescription(/a character that can’t be seen/);
    const email = dialog.getByRole("textbox", { name: "Email address" });
    await expect(email).toHaveAccessibleDescription(/The domain is incomplete/);
    await expect(dialog.getByText("Choose a role.")).toBeVisible();
    await expectNoViolations(page);

    await name.fill("Ann");
    await expect(dialog.getByText("a character that can’t be seen")).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    await users.add();
    await expect(name).toHaveValue("Ann");
    await expect(email).toHaveValue("ann@example");
  });

  test("refuses a name with a link, and accepts a name with a dot before a space", async ({ page }) => {
    const users = new UsersPanel(page);
    const dialog = await users.add();
    const name = dialog.getByRole("textbox", { name: "Name" });
    for (const link of ["You won www.win.example", "https://win.example", "Dr.Smith"]) {
      await users.fillIn(dialog, link, "ann@example.com");
      await dialog.getByRole("button", { name: "Add and invite" }).press("Enter");
      await expect(name).toBeFocused();
      await expect(name).toHaveAccessibleDescription(/can’t contain a web address/);
    }
    await name.fill("Dr. Smith");
    await dialog.getByRole("button", { name: "Add and invite" }).press("Enter");
    await expect(users.dialog(`${isolated("Dr. Smith")} has been invited`)).toBeVisible();
  });

  test("refuses an address that a user of the account has, in upper or lower case", async ({ page }) => {
    const users = new UsersPanel(page);
    const dialog = await users.add();
    await dialog.getByRole("textbox", { name: "Name" }).fill("Another Noa");
    await dialog.getByRole("textbox", { name: "Email address" }).fill("Noa.BenDavid@Example.com");
    await dialog.getByRole("radio", { name: "Reader" }).check();
    await dialog.getByRole("button", { name: "Add and invite" }).click();
    await expect(dialog.getByRole("alert")).toContainText(
      "Someone with this email address is already in the account.",
    );
    await expect(dialog.getByRole("textbox", { name: "Name" })).toHaveValue("Another Noa");
  });

  test("closes only the innermost dialog on Escape, and moves the focus back", async ({ page }) => {
    const users = new UsersPanel(page);
    const question = await users.askToRemove("Noa Ben-David");
    await expect(question).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(question).toHaveCount(0);
    await expect(focused(page)).toHaveAccessibleName("Remove from account");
    await page.keyboard.press("Escape");
    await expect(users.dialog("Noa Ben-David")).toHaveCount(0);
    await expect(focused(page)).toHaveAccessibleName(`Manage ${isolated("Noa Ben-David")}`);
    await page.keyboard.press("Escape");
    await expect(users.dialog("Required information")).toBeVisible();
  });
});

test("an invitation stays valid if its mail cannot be sent, and shows the link to pass on", async ({
  page,
  startBackend,
}) => {
  // Port 9 (discard) refuses the connection, because no server listens on it.
  const home = "http://partners.example.com/portal/";
  const mails = ["--smtp-url=smtp://127.0.0.1:9", `--public-url=${home}`];
  const portal = new Portal(await startBackend(mails));
  await portal.signIn(page, giulia);
  await page.goto(`${portal.url}/portal/`);
  await page.getByRole("tab", { name: "Users" }).click();
  const users = new UsersPanel(page);
  const dialog = await users.add();
  await users.fillIn(dialog, "Ewa Nowak", "ewa.nowak@example.com");
  await dialog.getByRole("button", { name: "Add and invite" }).click();
  const added = users.dialog("has been invited");
  await expect(added.getByText("The email couldn’t be sent.")).toBeVisible();
  await expect(added.getByRole("textbox", { name: "Link to send" })).toHaveValue(
    `${home}?account=${BELLA_VISTA}`,
  );
  await added.getByRole("button", { name: "Close" }).last().click();
  await expect(users.row("ewa.nowak@example.com")).toContainText("Invited");
});

test("an invitation can be sent again, then revoked", async ({ page, portal }) => {
  await portal.signIn(page, giulia);
  const users = new UsersPanel(page);
  await users.openTab();
  const dialog = await users.manage("Chiara Romano");
  await dialog.getByRole("button", { name: "Send invitation again" }).click();
  await expect(dialog.getByText("An invitation is on its way")).toBeVisible();
  expect(await portal.backend.mails()).toHaveLength(1);

  await dialog.getByRole("button", { name: "Revoke invitation" }).click();
  const question = users.dialog(`Revoke the invitation for ${isolated("Chiara Romano")}?`);
  await expectNoViolations(page);
  await question.getByRole("button", { name: "Revoke invitation" }).click();
  await expect(users.row("Chiara Romano")).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "Search by name or email" })).toBeFocused();
});

test("an address gets at most five invitations in a day, then the dialog shows the limit", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, giulia);
  for (let sent = 0; sent < 5; sent += 1) {
    const path = `/accounts/${BELLA_VISTA}/users/inv_chiara_romano/invitation`;
    expect((await portal.api(page, "POST", path)).status()).toBe(200);
  }
  const users = new UsersPanel(page);
  await users.openTab();
  const dialog = await users.manage("Chiara Romano");
  await dialog.getByRole("button", { name: "Send invitation again" }).press("Enter");
  await expect(
    dialog.getByText("Too many invitations have been sent to this address."),
  ).toBeVisible();
  expect(await portal.backend.mails()).toHaveLength(5);
});

test("an expired invitation is shown as expired, and sending it again renews it", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, { account: "Cedar & Stone Wellness", role: "administrator" });
  const users = new UsersPanel(page);
  await users.openTab();
  await expect(users.row("Ruth Abrams")).toContainText("Invitation expired");
  const dialog = await users.manage("Ruth Abrams");
  await expect(dialog.getByText("It expired on")).toBeVisible();
  await dialog.getByRole("button", { name: "Send invitation again" }).click();
  await expect(dialog.getByText("Valid until").first()).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await expect(users.row("Ruth Abrams")).not.toContainText("expired");
});
