// Tests that a user can type before the code has loaded, and that the code takes over the typed text.

import { ContactForm } from "../../support/contact_form.ts";
import { differingPixels } from "../../support/differing_pixels.ts";
import { codeIsThere, contentOf, modal, openEarlyAs, openWithoutCode } from "../../support/early_view.ts";
import { NO_SYNTHETIC_PASTE } from "../../support/firefox_limits.ts";
import { expect, type Page, test } from "../../support/fixtures.ts";
import { useSameFonts } from "../../support/fonts.ts";
import { giulia, hannah, tomasz } from "../../support/people.ts";
import { Sentences } from "../../support/sentences.ts";

const EMERGENCY = "Technical emergency contacts";

/** Records the focus events in the portal from now on, and returns a function that reads them. */
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

/** Lets the code load, and checks that it waits for the action that the user has begun. */
async function letCodeCome(page: Page, release: () => void): Promise<void> {
  const waits = page.waitForResponse(/\/tables-[0-9a-f]+\.wasm$/);
  release();
  await waits;
  await expect(modal(page).locator("#operational_support button")).toHaveCount(0);
}

for (const [locale, language] of [["en-US", "en"], ["he-IL", "he"]] as const) {
  test.describe(language, () => {
    test.use({ locale });

    test("text typed before the code has loaded stays, with the caret, the focus and the same box", async ({
      page,
      portal,
    }) => {
      const release = await openEarlyAs(page, portal, tomasz);
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

      test("the code draws the same content as the first view", async ({ page, portal }) => {
        // In this account the contacts for merchant issues are optional.
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

    test("the modal looks the same before and after the code takes over", async ({ page, portal }) => {
      await useSameFonts(page);
      const release = await openEarlyAs(page, portal, giulia);
      const picture = () => page.screenshot({ animations: "disabled" });
      const before = await picture();
      release();
      await codeIsThere(page);
      // The edges of letters may differ by a few pixels, because a box may be drawn again.
      await expect.poll(async () => differingPixels(page, before, await picture())).toBeLessThan(10);
    });
  });
}

test("Submit pressed early shows the errors once the code has loaded", async ({ page, portal }) => {
  const release = await openEarlyAs(page, portal, tomasz);
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

test("a tab and a language that are chosen early are shown once the code has loaded", async ({
  page,
  portal,
}) => {
  const release = await openEarlyAs(page, portal, giulia);
  await page.getByRole("tab", { name: "Users" }).click();
  await page.getByRole("combobox", { name: "Language" }).selectOption("it");
  release();
  await expect(page.getByRole("tab", { name: "Utenti" })).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("dialog", { name: "Informazioni obbligatorie" })).toBeVisible();
});

test("a list pasted early and text ended by Enter become chips once the code has loaded", async ({
  page,
  portal,
  browserName,
}) => {
  test.skip(browserName === "firefox", NO_SYNTHETIC_PASTE);
  const release = await openEarlyAs(page, portal, tomasz);
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

test("text that the browser fills into other boxes does not change a pasted list", async ({
  page,
  portal,
  browserName,
}) => {
  test.skip(browserName === "firefox", NO_SYNTHETIC_PASTE);
  const release = await openEarlyAs(page, portal, tomasz);
  const form = new ContactForm(page);
  await form.box(EMERGENCY).evaluate((box: HTMLInputElement) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", "one@example.com, two@example.com");
    box.focus();
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await form.box("Technical non-emergency contacts").focus();
  await form.box(EMERGENCY).evaluate((box: HTMLInputElement) => {
    box.value = "filled@example.com";
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
  release();
  for (const name of ["one", "two"]) await expect(form.chip(`${name}@example.com`)).toBeVisible();
  await expect(form.chip("filled@example.com")).toHaveCount(0);
});

test("a composition in an input method is not interrupted", async ({ page, portal }) => {
  const release = await openEarlyAs(page, portal, tomasz);
  const box = modal(page).locator("#technical_emergency");
  await box.click();
  const client = await page.context().newCDPSession(page);
  await client.send("Input.imeSetComposition", { text: "がk", selectionStart: 2, selectionEnd: 2 });
  await letCodeCome(page, release);
  await expect(box).toHaveValue("がk");
  await client.send("Input.insertText", { text: "がく" });
  await codeIsThere(page);
  await expect(box).toHaveValue("がく");
  await expect(box).toBeFocused();
});

test("a control that is held down while the code loads acts when it is released", async ({ page, portal }) => {
  const release = await openEarlyAs(page, portal, tomasz);
  const users = modal(page).getByRole("tab", { name: "Users" });
  await users.hover();
  await page.mouse.down();
  await letCodeCome(page, release);
  await page.mouse.up();
  await expect(users).toHaveAttribute("aria-selected", "true");
  await expect(modal(page).locator("#operational_support button")).toHaveCount(1);
});

test("a space bar that is held down while the code loads acts when it is released", async ({ page, portal }) => {
  const release = await openEarlyAs(page, portal, tomasz);
  const form = new ContactForm(page);
  await form.submit.focus();
  await page.keyboard.down("Space");
  await letCodeCome(page, release);
  await page.keyboard.up("Space");
  await codeIsThere(page);
  await expect(form.summary).toBeVisible();
});

test("without `moveBefore` half-typed text stays unchanged", async ({ page, portal }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Element.prototype, "moveBefore"));
  const release = await openEarlyAs(page, portal, tomasz);
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
