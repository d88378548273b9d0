// Tests a host that moves, hides, removes and puts back the portal's element: a modal covers the page
// exactly while the portal is rendered.

import { expect, type Page, test } from "../../support/fixtures.ts";
import {
  addPlaces,
  HIDING,
  modalDialogs,
  MOVES,
  putBack,
  remove,
  show,
} from "../../support/host_changes.ts";
import { amara, giulia } from "../../support/people.ts";
import { heading, Shell } from "../../support/shell/shell.ts";
import { UsersPanel } from "../../support/users_panel.ts";

const ADDRESS = "kept@example.com";

const box = (page: Page) =>
  page.getByRole("textbox", { name: "Operational contact (to share with users)" });
const required = (page: Page) => page.getByRole("dialog", { name: "Required information" });

/** Returns for each dialog of the portal in `#one` whether it is modal, the outermost first. */
const modality = (page: Page) => page.evaluate(modalDialogs);

/** Mounts a portal in an element that has its own parent, beside a button of the host. */
async function mount(page: Page, shell: Shell): Promise<void> {
  await page.evaluate(addPlaces);
  await shell.mount("one");
}

/** Checks that the button of the host can be clicked. */
async function expectUsablePage(page: Page): Promise<void> {
  const own = page.getByRole("button", { name: "The host's own" });
  await own.click();
  await expect(own).toHaveAttribute("aria-pressed", "true");
  await own.evaluate((own) => own.removeAttribute("aria-pressed"));
}

test.describe("while the account is locked", () => {
  test.beforeEach(async ({ page, portal }) => {
    await portal.signIn(page, giulia);
    await mount(page, await Shell.open(page, portal));
    await box(page).fill(ADDRESS);
  });

  /** Checks that the modal covers the page, and that the typed text and the focus are kept. */
  async function expectHeld(page: Page): Promise<void> {
    await expect.poll(() => modality(page)).toEqual([true]);
    await expect(required(page)).toBeVisible();
    await expect(box(page)).toBeFocused();
    await expect(box(page)).toHaveValue(ADDRESS);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    expect(await modality(page)).toEqual([true]);
  }

  for (const [name, move] of Object.entries(MOVES)) {
    test(`the element ${name} is covered by the modal at once`, async ({ page }) => {
      await page.evaluate(move);
      await expectHeld(page);
    });
  }

  test("a removed element leaves the page usable, and the modal covers it again once it is back", async ({
    page,
  }) => {
    await page.evaluate(remove);
    await expectUsablePage(page);
    await page.evaluate(putBack);
    await expectHeld(page);
  });

  for (const [name, hide] of Object.entries(HIDING)) {
    test(`with ${name} the host page can be used until the element is shown again`, async ({ page }) => {
      await page.evaluate(hide);
      await expect.poll(() => modality(page)).toEqual([false]);
      await expectUsablePage(page);
      await page.evaluate(show);
      await expectHeld(page);
    });
  }
});

test.describe("in the open portal", () => {
  test.beforeEach(async ({ page, portal }) => {
    await portal.signIn(page, amara);
    const address = "/partners/configuration/account-and-users";
    await mount(page, await Shell.open(page, portal, address));
    await expect(heading(page, "Account and users")).toBeVisible();
    const users = new UsersPanel(page);
    const dialog = await users.add();
    await dialog.getByRole("textbox", { name: "Name" }).fill("Ada");
  });

  async function expectShown(page: Page): Promise<void> {
    await expect.poll(() => modality(page)).toEqual([true]);
    const name = page.getByRole("dialog", { name: "Add user" }).getByRole("textbox", { name: "Name" });
    await expect(name).toBeFocused();
    await expect(name).toHaveValue("Ada");
  }

  for (const [name, move] of Object.entries(MOVES)) {
    test(`a dialog stays open when the element is ${name}`, async ({ page }) => {
      await page.evaluate(move);
      await expectShown(page);
    });
  }

  for (const [name, hide] of Object.entries(HIDING)) {
    test(`with ${name} a dialog does not cover the page, and is restored afterwards`, async ({ page }) => {
      await page.evaluate(hide);
      await expect.poll(() => modality(page)).toEqual([false]);
      await expectUsablePage(page);
      await page.evaluate(show);
      await expectShown(page);
    });
  }
});

test("a dialog inside the mandatory modal moves with it, and stays in front", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, giulia);
  await mount(page, await Shell.open(page, portal));
  await page.getByRole("tab", { name: "Users" }).click();
  const dialog = await new UsersPanel(page).add();
  const name = dialog.getByRole("textbox", { name: "Name" });
  await name.fill("Ada");
  await page.evaluate(MOVES["appended elsewhere"]!);
  await expect.poll(() => modality(page)).toEqual([true, true]);
  await expect(name).toHaveValue("Ada");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => modality(page)).toEqual([true]);
});
