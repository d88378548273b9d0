// A partner types before the code is there, and the code takes over what was typed.

import { ContactForm } from "./contact_form.ts";
import { differingPixels } from "./differing_pixels.ts";
import { CODE, codeIsThere, contentOf, modal, openWithoutCode } from "./early_view.ts";
import { expect, type Page, test } from "./fixtures.ts";
import { holdBack } from "./hold_back.ts";
import { useSameLetters } from "./letters.ts";
import { amara, giulia, hannah, tomasz } from "./people.ts";
import { Sentences } from "./sentences.ts";
import { Shell } from "./shell.ts";
import { WAYS_TO_CLOSE } from "./ways_to_close.ts";

const EMERGENCY = "Technical emergency contacts";

/** Every focus that moves in the portal from now on. */
async function focusMoves(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const moves: string[] = [];
    Object.assign(window, { moves });
    for (const name of ["focusin", "focusout"]) {
      document.getElementById("portal")!.shadowRoot!.addEventListener(name, ({ target }) => {
        moves.push(`${name} ${(target as Element).id}`);
      });
    }
  });
  return () => page.evaluate(() => (window as unknown as { moves: string[] }).moves);
}

for (const [locale, language] of [["en-US", "en"], ["he-IL", "he"]] as const) {
  test.describe(language, () => {
    test.use({ locale });

    test("what is typed before the code is there stays, with caret, focus and undo", async ({
      page,
      portal,
    }) => {
      await portal.signIn(page, tomasz);
      const release = await openWithoutCode(page);
      const box = modal(page).locator("#technical_emergency");
      await box.click();
      await page.keyboard.type("pager@example.com, second");
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("ArrowLeft");
      const drawn = await box.elementHandle();
      const moves = await focusMoves(page);
      const sentences = await Sentences.in(language);

      release();
      const chip = page.getByRole("button", {
        name: sentences.say("EditAddress", { address: "pager@example.com" }),
      });
      await expect(chip).toBeVisible();
      await codeIsThere(page);
      expect(await moves()).toEqual([]);
      await expect(box).toBeFocused();
      expect(await box.evaluate((now, drawn) => now === drawn, drawn)).toBe(true);
      await page.keyboard.type("!");
      await expect(box).toHaveValue("seco!nd");
      await expect(modal(page)).toHaveCount(1);
    });
  });
}

for (const environment of ["sandbox", "production"]) {
  for (const [locale, language] of [
    ["en-US", "en"],
    ["es-ES", "es"],
    ["he-IL", "he"],
    ["it-IT", "it"],
    ["pl-PL", "pl"],
    ["pt-BR", "pt-BR"],
  ] as const) {
    test.describe(`${language}, ${environment}`, () => {
      test.use({ locale });

      test("the code draws what the first view has drawn", async ({ page, portal }) => {
        // Contacts for merchant issues are optional in this account.
        await portal.signIn(page, hannah);
        const release = await openWithoutCode(page, `/portal/?env=${environment}`);
        const before = await contentOf(page);
        release();
        await codeIsThere(page);
        await expect.poll(() => contentOf(page)).toEqual(before);
      });
    });
  }
}

for (const [name, use] of [
  ["light", { colorScheme: "light", viewport: { width: 1280, height: 800 } }],
  ["dark, narrow and right to left", {
    colorScheme: "dark",
    viewport: { width: 360, height: 740 },
    locale: "he-IL",
  }],
] as const) {
  test.describe(name, () => {
    test.use(use);

    test("the picture is the same before and after", async ({ page, portal }) => {
      await useSameLetters(page);
      await portal.signIn(page, giulia);
      const release = await openWithoutCode(page);
      const picture = () => page.screenshot({ animations: "disabled" });
      const before = await picture();
      release();
      await codeIsThere(page);
      // The edge of a letter may be drawn anew in a box that has moved.
      await expect.poll(async () => differingPixels(page, before, await picture())).toBeLessThan(10);
    });
  });
}

test("Submit pressed early shows the errors once the code is there", async ({ page, portal }) => {
  await portal.signIn(page, tomasz);
  const release = await openWithoutCode(page);
  const form = new ContactForm(page);
  await form.box(EMERGENCY).fill("no-address");
  await form.submit.click();
  await expect(form.submit).toHaveAttribute("aria-busy", "true");
  release();
  await expect(page.locator(".error-summary")).toBeFocused();
  await expect(form.summary).toContainText("An email address has exactly one @ sign");
  await expect(form.chip("no-address")).toBeVisible();
  await expect(form.submit).not.toHaveAttribute("aria-busy");
});

test("a tab that is pressed and a language that is chosen early come with the code", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, giulia);
  const release = await openWithoutCode(page);
  await page.getByRole("tab", { name: "Users" }).click();
  await page.getByRole("combobox", { name: "Language" }).selectOption("it");
  release();
  await expect(page.getByRole("tab", { name: "Utenti" })).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("dialog", { name: "Informazioni obbligatorie" })).toBeVisible();
});

test("a pasted list, and Enter, make chips of their entries once the code is there", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, tomasz);
  const release = await openWithoutCode(page);
  const form = new ContactForm(page);
  await form.box(EMERGENCY).evaluate((box) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", "one@example.com\ntwo@example.com");
    box.focus();
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await form.box("Technical non-emergency contacts").focus();
  await page.keyboard.type("three@example.com");
  await page.keyboard.press("Enter");
  release();
  for (const name of ["one", "two", "three"]) await expect(form.chip(`${name}@example.com`)).toBeVisible();
});

test("a text that an input method composes is not disturbed", async ({ page, portal }) => {
  await portal.signIn(page, tomasz);
  const release = await openWithoutCode(page);
  const box = modal(page).locator("#technical_emergency");
  await box.click();
  const client = await page.context().newCDPSession(page);
  await client.send("Input.imeSetComposition", { text: "がk", selectionStart: 2, selectionEnd: 2 });
  const loaded = page.waitForResponse(CODE);
  release();
  await (await loaded).finished();
  // The code runs and waits: it fetches what only it asks for.
  await page.waitForResponse(/\/tables-[0-9a-f]+\.wasm$/);
  await expect(modal(page).locator("#operational_support button")).toHaveCount(0);
  await expect(box).toHaveValue("がk");
  await client.send("Input.insertText", { text: "がく" });
  await codeIsThere(page);
  await expect(box).toHaveValue("がく");
  await expect(box).toBeFocused();
});

test("code that never comes is asked for again, and the text stays", async ({ page, portal }) => {
  await portal.signIn(page, tomasz);
  let isBroken = true;
  await page.route(CODE, (route) => (isBroken ? route.abort() : route.continue()));
  await page.goto("/portal/");
  const form = new ContactForm(page);
  const alert = modal(page).getByRole("alert");
  await expect(alert).toContainText("The portal couldn’t be loaded");
  await form.box(EMERGENCY).fill("kept@example.com");
  isBroken = false;
  await alert.getByRole("button", { name: "Try again" }).click();
  await codeIsThere(page);
  await expect(alert).toHaveCount(0);
  await expect(form.chip("kept@example.com")).toBeVisible();
  await expect(modal(page).locator("#technical_emergency")).toHaveCount(1);
  await form.type("Technical non-emergency contacts", "more@example.com");
});

test("without `moveBefore` what is half typed stays as it is", async ({ page, portal }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Element.prototype, "moveBefore"));
  await portal.signIn(page, tomasz);
  const release = await openWithoutCode(page);
  const box = modal(page).locator("#technical_emergency");
  await box.click();
  await page.keyboard.type("half@exam");
  await page.keyboard.press("ArrowLeft");
  release();
  await codeIsThere(page);
  await expect(box).toBeFocused();
  await page.keyboard.type("!");
  await expect(box).toHaveValue("half@exa!m");
});

test("code that breaks while it takes over leaves the text, and is offered anew", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, tomasz);
  const release = await openWithoutCode(page);
  const form = new ContactForm(page);
  await form.box(EMERGENCY).fill("kept@example.com");
  // A script of the page breaks what the app draws the modal with, once.
  await page.evaluate(() => {
    const { createElement } = Document.prototype;
    Document.prototype.createElement = function (name: string) {
      if (name !== "footer") return createElement.call(this, name);
      Document.prototype.createElement = createElement;
      throw new Error("broken");
    };
  });
  release();
  const alert = modal(page).getByRole("alert");
  await expect(alert).toContainText("Something went wrong");
  await expect(form.box(EMERGENCY)).toHaveValue("kept@example.com");
  expect(await modal(page).evaluate((dialog) => dialog.matches(":modal"))).toBe(true);
  await alert.getByRole("button", { name: "Reload the portal" }).click();
  await codeIsThere(page);
  await expect(form.chip("kept@example.com")).toBeVisible();
});

test("a first view that cannot be fetched is done without", async ({ page, portal }) => {
  await portal.signIn(page, tomasz);
  await page.route("**/first-views/**", (route) => route.fulfill({ status: 404 }));
  await page.goto("/portal/");
  await codeIsThere(page);
  await expect(modal(page)).toHaveCount(1);
});

test("an account that is complete gets no modal before the code either", async ({ page, portal }) => {
  await portal.signIn(page, amara);
  const drawn: string[] = [];
  await page.exposeFunction("drawn", (name: string) => drawn.push(name));
  await page.addInitScript(() => {
    const { showModal } = HTMLDialogElement.prototype;
    HTMLDialogElement.prototype.showModal = function () {
      (globalThis as unknown as { drawn(name: string): void }).drawn("modal");
      showModal.call(this);
    };
  });
  await page.goto("/portal/help");
  await expect(page.getByRole("heading", { level: 1, name: "Help and support" })).toBeVisible();
  expect(drawn).toEqual([]);
});

test("what one user has typed never becomes another's", async ({ page, portal }) => {
  await portal.signIn(page, tomasz);
  const release = await openWithoutCode(page);
  await new ContactForm(page).box(EMERGENCY).fill("secret@example.com");
  // In another tab.
  await portal.signIn(page, giulia);
  release();
  const back = page.getByRole("button", { name: "I have signed in again" });
  await expect(back).toBeVisible();
  await expect(modal(page)).toHaveCount(0);
  await back.click();
  await codeIsThere(page);
  const form = new ContactForm(page);
  await expect(form.box(EMERGENCY)).toHaveValue("");
  await expect(form.chip("secret@example.com")).toHaveCount(0);
  const draft = await portal.api(page, "GET", "/accounts/acc_bella_vista/contact-information/draft");
  expect(await draft.text()).not.toContain("secret");
});

test("a host that takes the portal away while its first view is shown gets its page back", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, tomasz);
  const shell = await Shell.open(page, portal);
  await page.evaluate(() => {
    const button = document.createElement("button");
    button.textContent = "The host’s own";
    document.body.prepend(button);
  });
  const held = page.waitForRequest(CODE);
  const release = await holdBack(page, CODE);
  await shell.mount("one");
  await expect(modal(page).locator("#technical_emergency")).toBeVisible();
  await held;
  await shell.unmount("one");
  await expect(modal(page)).toHaveCount(0);
  const loaded = page.waitForResponse(CODE);
  release();
  await (await loaded).finished();
  await page.getByRole("button", { name: "The host’s own" }).click();
  await shell.mount("one");
  await codeIsThere(page);
  await expect(modal(page)).toHaveCount(1);
});

test("two portals on a page each take over their own text", async ({ page, portal }) => {
  await portal.signIn(page, tomasz);
  const shell = await Shell.open(page, portal);
  const release = await holdBack(page, CODE);
  await shell.mount("one");
  await shell.mount("two");
  for (const id of ["one", "two"]) {
    await page.locator(`#${id} #technical_emergency`).evaluate((box, text) => {
      (box as HTMLInputElement).value = text;
    }, `${id}@example.com, `);
  }
  release();
  for (const id of ["one", "two"]) {
    await expect(page.locator(`#${id} .chip`)).toHaveText(new RegExp(`${id}@example.com`));
  }
});

test.describe("while only the first view is there", () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      globalThis.portalRoot = () => document.getElementById("portal")!.shadowRoot!;
    });
  });

  for (const [name, way] of WAYS_TO_CLOSE) {
    test(`the gate holds against ${name}, and goes on to hold`, async ({ page, portal }) => {
      await portal.signIn(page, tomasz);
      const release = await openWithoutCode(page);
      const box = modal(page).locator("#technical_emergency");
      await box.fill("kept@example.com");
      const isModal = () => modal(page).evaluate((dialog) => dialog.matches(":modal"));
      for (const begin of [() => {}, release]) {
        begin();
        await page.evaluate(way);
        await expect.poll(isModal).toBe(true);
        for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press("Escape");
        await expect.poll(isModal).toBe(true);
      }
      await codeIsThere(page);
      await page.evaluate(way);
      await expect.poll(isModal).toBe(true);
      await expect(modal(page)).toHaveCount(1);
    });
  }
});
