// Tests the languages: chosen by the browser, switched without a reload, and right to left for Hebrew.

import { ContactForm } from "../../support/contact_form.ts";
import { codeIsThere } from "../../support/early_view.ts";
import { expect, expectNoViolations, type Page, test } from "../../support/fixtures.ts";
import { holdBack } from "../../support/hold_back.ts";
import { amara, giulia } from "../../support/people.ts";
import { Sentences } from "../../support/sentences.ts";

const language = (page: Page) => page.locator("select#language");

/** Returns the language and direction of our own root, then those of the page around it. */
function markedAs(page: Page): Promise<(string | null)[]> {
  return page.evaluate(() => {
    const root = document.getElementById("portal")!.shadowRoot!.querySelector(".portal")!;
    const page = document.documentElement;
    const marks = (element: Element) => [element.getAttribute("lang"), element.getAttribute("dir")];
    return [...marks(root), ...marks(page)];
  });
}

test("switching the language keeps the typed text and translates the errors", async ({
  page,
  portal,
}) => {
  const polish = await Sentences.in("pl");
  await portal.signIn(page, amara);
  await page.goto("/portal/configuration/contact-information");
  const form = new ContactForm(page);
  await form.type("Technical emergency contacts", "no-address");
  await form.box("Technical non-emergency contacts").fill("half.typed@exam");
  await form.save.press("Enter");
  await expect(form.summary).toBeVisible();

  await page.getByRole("combobox", { name: "Language" }).selectOption("Polski");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(polish.say("ContactInformation"));
  const summary = page.getByRole("alert");
  await expect(summary).toContainText(polish.say("ErrorEmailAtSign"));
  await expect(summary).not.toContainText("@ sign");
  await expect(page.getByText("no-address", { exact: true }).first()).toBeVisible();
  await expect(page.getByText("half.typed@exam", { exact: true }).first()).toBeVisible();
  expect(await markedAs(page)).toEqual(["pl", "ltr", "en", null]);
});

test("if a language cannot be loaded, the current one stays", async ({ page, portal }) => {
  await portal.signIn(page, amara);
  await page.goto("/portal/help");
  await page.route("**/locales/pl-*.json", (route) => route.abort());
  const asked = page.waitForEvent("requestfailed");
  await page.getByRole("combobox", { name: "Language" }).selectOption("Polski");
  await asked;
  await expect(page.getByRole("heading", { level: 1, name: "Help and support" })).toBeVisible();
  await expect(language(page)).toHaveValue("en");
});

test("city names that load late do not replace those of the current language", async ({
  page,
  portal,
}) => {
  const italian = await Sentences.in("it");
  await portal.signIn(page, amara);
  await page.goto("/portal/configuration/contact-information");
  await expect(page.getByRole("combobox", { name: "Time zone", exact: true })).toHaveValue("London (Europe)");
  const zone = page.getByRole("combobox", { name: italian.say("TimeZone"), exact: true });
  const polish = "**/cities/pl-*.json";
  const release = await holdBack(page, polish);
  const asked = page.waitForRequest(polish);
  await language(page).selectOption("Polski");
  await asked;
  await language(page).selectOption("Italiano");
  await expect(zone).toHaveValue("Londra (Europa)");
  const answered = page.waitForResponse(polish);
  release();
  await (await answered).finished();
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await expect(zone).toHaveValue("Londra (Europa)");
});

test.describe("for a browser in Hebrew", () => {
  test.use({ locale: "he-IL" });

  test("our root is Hebrew and right to left, and the page around it is unchanged", async ({
    page,
    portal,
  }) => {
    const hebrew = await Sentences.in("he");
    await portal.signIn(page, giulia);
    await page.goto("/portal/");
    const dialog = page.getByRole("dialog", { name: hebrew.say("RequiredInformation") });
    await codeIsThere(page);
    expect(await markedAs(page)).toEqual(["he", "rtl", "en", null]);

    const whole = (await dialog.boundingBox())!;
    const support = dialog.getByRole("link", { name: hebrew.say("ContactSupport") });
    const corner = (await support.boundingBox())!;
    expect(corner.x - whole.x, "support is in the left corner").toBeLessThan(80);
    expect(corner.y - whole.y).toBeLessThan(80);

    // The next tab is on the left.
    await page.getByRole("tab", { name: hebrew.say("ContactInformation") }).focus();
    await page.keyboard.press("ArrowLeft");
    await expect(page.getByRole("tab", { name: hebrew.say("Users") })).toBeFocused();
  });

  test("addresses are typed and shown from left to right", async ({ page, portal }) => {
    const hebrew = await Sentences.in("he");
    await portal.signIn(page, giulia);
    await page.goto("/portal/");
    const box = page.getByRole("textbox", { name: hebrew.say("TechnicalEmergency"), exact: true });
    await box.fill("oncall@example.com");
    await expect(box).toHaveCSS("direction", "ltr");
    await box.press("Enter");
    const chip = page.getByText("oncall@example.com", { exact: true });
    await expect(chip).toHaveCSS("direction", "ltr");
  });
});

for (const [tag, file] of [
  ["es-MX", "es"],
  ["he-IL", "he"],
  ["it-IT", "it"],
  ["pl-PL", "pl"],
  ["pt-BR", "pt-BR"],
] as const) {
  test.describe(`for a browser in ${tag}`, () => {
    test.use({ locale: tag });

    test("no English is left in the modal, and it is accessible", async ({ page, portal }) => {
      const [own, english] = [await Sentences.in(file), await Sentences.in("en")];
      await portal.signIn(page, giulia);
      await page.goto("/portal/");
      const dialog = page.getByRole("dialog", { name: own.say("RequiredInformation") });
      await page.getByRole("button", { name: own.say("AddSchedule") }).click();
      await page.getByRole("button", { name: own.say("Submit"), exact: true }).click();
      await expect(page.getByRole("alert")).toContainText(own.say("ErrorRequiredAddresses"));
      await expect(dialog.getByRole("combobox", { name: own.say("Language") })).toBeVisible();
      const shown = await dialog.innerText();
      const left = Object.entries(english.texts)
        // Skips single words, which may be part of a name, and sentences with a placeholder.
        .filter(([key, text]) => own.texts[key] !== text && /\s/.test(text) && !text.includes("{"))
        .filter(([, text]) => shown.includes(text));
      expect(left).toEqual([]);
      await expectNoViolations(page);
    });
  });
}
