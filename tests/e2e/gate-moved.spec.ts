// A host moves, hides, takes out and puts back the element that the portal is in: a modal covers the
// page exactly while the portal is rendered.

import { expect, type Page, test } from "./fixtures.ts";
import { amara, giulia } from "./people.ts";
import { heading, Shell } from "./shell.ts";
import { UsersPanel } from "./users_panel.ts";

const ADDRESS = "kept@example.com";

const box = (page: Page) =>
  page.getByRole("textbox", { name: "Operational contact (to share with users)" });
const required = (page: Page) => page.getByRole("dialog", { name: "Required information" });

/** Whether each dialog of the portal in `#one` is modal, the outermost first. */
const modality = (page: Page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.getElementById("one")!;
    return [...shadowRoot!.querySelectorAll("dialog")].map((dialog) => dialog.matches(":modal"));
  });

/** What hosts do with an element: run in the page, they leave it somewhere in the document. */
const MOVES: Record<string, () => void> = {
  "appended elsewhere": () => {
    document.getElementById("place")!.append(document.getElementById("one")!);
  },
  "inserted again where it is": () => {
    const element = document.getElementById("one")!;
    element.parentElement!.insertBefore(element, element.nextSibling);
  },
  "moved with its parent": () => {
    document.body.prepend(document.getElementById("one")!.parentElement!);
  },
};

/** How hosts hide an element without taking it out; each is undone by `show`. */
const HIDING: Record<string, () => void> = {
  "the attribute hidden": () => {
    document.getElementById("one")!.hidden = true;
  },
  "display: none": () => {
    document.getElementById("one")!.style.display = "none";
  },
  "a hidden parent": () => {
    document.getElementById("one")!.parentElement!.style.display = "none";
  },
  "content-visibility: hidden of its parent": () => {
    document.getElementById("one")!.parentElement!.style.contentVisibility = "hidden";
  },
  "an inert parent": () => {
    document.getElementById("one")!.parentElement!.inert = true;
  },
};

const show = () => {
  const element = document.getElementById("one")!;
  element.hidden = false;
  element.removeAttribute("style");
  element.parentElement!.removeAttribute("style");
  element.parentElement!.inert = false;
};

/** Mounts a portal in an element with a parent of its own, beside a button of the host. */
async function mount(page: Page, shell: Shell): Promise<void> {
  await page.evaluate(() => {
    const parent = document.createElement("section");
    const place = document.createElement("div");
    place.id = "place";
    const press = document.createElement("button");
    press.textContent = "The host's own";
    press.addEventListener("click", () => press.setAttribute("aria-pressed", "true"));
    document.body.append(press, parent, place);
    parent.append(document.getElementById("one")!);
  });
  await shell.mount("one");
}

/** The button of the host can be pressed. */
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

  /** The modal covers the page, and what was being typed is there, with the focus. */
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

  test("an element that is taken out leaves the page alone, and is locked once it is back", async ({
    page,
  }) => {
    await page.evaluate(() => {
      const element = document.getElementById("one")!;
      Object.assign(window, { element });
      element.remove();
    });
    await expectUsablePage(page);
    await page.evaluate(() => {
      document.getElementById("place")!.append((window as unknown as { element: Element }).element);
    });
    await expectHeld(page);
  });

  for (const [name, hide] of Object.entries(HIDING)) {
    test(`${name} leaves the page to its host, until the element is shown`, async ({ page }) => {
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
    test(`a dialog stays with the element ${name}`, async ({ page }) => {
      await page.evaluate(move);
      await expectShown(page);
    });
  }

  for (const [name, hide] of Object.entries(HIDING)) {
    test(`a dialog is out of the way of ${name}, and comes back`, async ({ page }) => {
      await page.evaluate(hide);
      await expect.poll(() => modality(page)).toEqual([false]);
      await expectUsablePage(page);
      await page.evaluate(show);
      await expectShown(page);
    });
  }
});

test("a dialog inside the locked modal moves with it, and stays in front", async ({
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
