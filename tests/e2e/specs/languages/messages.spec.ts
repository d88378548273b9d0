// Tests sentences that the host overrides, and the language in which a portal starts.

import { readFile } from "node:fs/promises";

import { expect, type Page, test } from "../../support/fixtures.ts";
import { giulia } from "../../support/people.ts";
import { Shell } from "../../support/shell/shell.ts";

const TAGS = ["en", "es", "he", "it", "pl", "pt-BR"];

/** Returns a list that collects the console errors of the page from now on. */
function consoleErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  return errors;
}

/** Returns a list that collects requests for the files that only a host with its own sentences needs. */
function keyRequests(page: Page): string[] {
  const requests: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/overrides-")) requests.push(request.url());
  });
  return requests;
}

const language = (page: Page) => page.locator("select#modal-language");

test.describe("the host's own sentences", () => {
  test.beforeEach(({ page, portal }) => portal.signIn(page, giulia));

  test("replace ours, also after the language is switched", async ({ page, portal }) => {
    const requests = keyRequests(page);
    const shell = await Shell.open(page, portal);
    await shell.mount("one", {
      messages: {
        en: {
          Submit: "Hand in",
          "Progress.one": "{met}/{count} (one)",
          "Progress.other": "{met}/{count} (other)",
        },
        he: { Submit: "מסירה" },
      },
    });
    const dialog = page.getByRole("dialog", { name: "Required information" });
    await expect(dialog.getByRole("button", { name: "Hand in", exact: true })).toBeVisible();
    await expect(dialog.getByText(/^\u2068\d\u2069\/\d \(other\)$/u).first()).toBeVisible();
    await expect(dialog.getByRole("link", { name: "Contact support" })).toBeVisible();

    await language(page).selectOption("he");
    await expect(page.getByRole("button", { name: "מסירה", exact: true })).toBeVisible();
    await language(page).selectOption("pl");
    await expect(page.getByRole("button", { name: "Prześlij", exact: true })).toBeVisible();
    await language(page).selectOption("en");
    await expect(dialog.getByRole("button", { name: "Hand in", exact: true })).toBeVisible();
    expect(requests).toHaveLength(1);
    expect(await shell.events("error")).toEqual([]);
  });

  test("are shown as plain text, even if they contain HTML", async ({ page, portal }) => {
    const shell = await Shell.open(page, portal);
    const text = `<b id="own">Send</b> & <img src="/x" onerror="document.title='run'"> {`;
    await shell.mount("one", { messages: { en: { Submit: text } } });
    await expect(page.getByRole("button", { name: text, exact: true })).toBeVisible();
    await expect(page.locator("#own")).toHaveCount(0);
    await expect(page).toHaveTitle("Acme console");
  });

  test("that cannot be used are reported, and ours stay", async ({ page, portal }) => {
    const errors = consoleErrors(page);
    const shell = await Shell.open(page, portal);
    await shell.mount("one", {
      messages: {
        en: {
          Submitt: "Send",
          ContactSupport: "Ask {whom}",
          "Progress.one": "{met}",
          "Users.other": "People",
          Errors: "{count}",
          HowToGetHelp: "Guide",
        },
        pl: { "Errors.one": "{count}", "Errors.few": "{count}" },
      },
    });
    const dialog = page.getByRole("dialog", { name: "Required information" });
    await expect(dialog.getByRole("link", { name: "Guide" })).toBeVisible();
    await expect(dialog.getByRole("link", { name: "Contact support" })).toBeVisible();
    await expect(dialog.getByRole("tab", { name: "Users" })).toBeVisible();
    await expect(dialog.getByText("complete", { exact: false }).first()).toBeVisible();
    expect(errors.filter((line) => line.startsWith("partner-portal:"))).toEqual([
      'partner-portal: messages.en: "Submitt" is no key of this version',
      'partner-portal: messages.en: "ContactSupport" has {whom}, which our sentence does not have; there are: none',
      'partner-portal: messages.en: "Users.other" does not depend on a count: the key is "Users"',
      'partner-portal: messages.en: "Errors" depends on a count: there are "Errors.one", "Errors.other"',
      'partner-portal: messages.en: "Progress" lacks "Progress.other"',
      'partner-portal: messages.pl: "Errors" lacks "Errors.many", "Errors.other"',
    ]);
    expect(await shell.events("error")).toEqual([
      ["one", "error", { type: "message_override_invalid", request_id: null, recoverable: true }],
    ]);
  });

  test("with an invalid structure are refused at once, by name", async ({ page, portal }) => {
    const shell = await Shell.open(page, portal);
    const refusal = (messages: unknown) => shell.refusal({ messages });
    const start = "TypeError: partner-portal: messages";
    expect(await refusal("Send")).toBe(`${start} must be an object`);
    expect(await refusal({ xx: {} })).toBe(`${start}.xx must be one of ${TAGS.join(", ")}`);
    expect(await refusal({ en: "Send" })).toBe(`${start}.en must be an object`);
    expect(await refusal({ en: { Submit: 1 } })).toBe(`${start}.en.Submit must be a text`);
    expect(await refusal({ en: { Submit: " " } })).toBe(`${start}.en.Submit must be a text`);
    expect(await page.locator(".portal-root").count()).toBe(0);
  });

  test("are applied after Try again if the file of their keys could not be loaded", async ({ page, portal }) => {
    const shell = await Shell.open(page, portal);
    await page.route("**/overrides-*", (route) => route.abort());
    await shell.mount("one", { messages: { en: { Submit: "Hand in" } } });
    const again = page.getByRole("alert").getByRole("button", { name: "Try again" });
    await expect(again).toBeVisible();
    await page.unroute("**/overrides-*");
    await again.click();
    await expect(page.getByRole("button", { name: "Hand in", exact: true })).toBeVisible();
  });
});

test("a host without its own sentences does not download the keys", async ({ page, portal }) => {
  const requests = keyRequests(page);
  await portal.signIn(page, giulia);
  await page.goto("/portal/");
  await expect(page.getByRole("button", { name: "Submit", exact: true })).toBeVisible();
  expect(requests).toEqual([]);
});

test("each language has exactly the plural forms that the browser uses", async ({ page, portal }) => {
  await Shell.open(page, portal);
  for (const tag of TAGS) {
    const file = new URL(`../../../../src/i18n/locales/${tag}.json`, import.meta.url);
    const keys = Object.keys(JSON.parse(await readFile(file, "utf8")));
    const forms = keys.filter((key) => key.startsWith("Results.")).map((key) => key.split(".")[1]!);
    const asked = await page.evaluate(
      (tag) => new Intl.PluralRules(tag).resolvedOptions().pluralCategories,
      tag,
    );
    expect(forms.sort(), tag).toEqual([...asked].sort());
  }
});

test.describe("the language at the start", () => {
  /**
   * Returns the language and direction in a browser with these languages, if the host asks for `locale`.
   */
  async function started(page: Page, shell: Shell, wanted: string[], locale?: string) {
    await page.evaluate((wanted) => {
      Object.defineProperty(navigator, "languages", { configurable: true, value: wanted });
    }, wanted);
    await shell.mount("one", { locale });
    const marks = await shell.marks("one");
    await shell.unmount("one");
    return marks;
  }

  test("is the browser's first language that the portal supports", async ({ page, portal }) => {
    const shell = await Shell.open(page, portal);
    for (const [wanted, expected] of [
      [["he-IL"], "he rtl"],
      [["iw"], "he rtl"],
      [["iw-IL"], "he rtl"],
      [["pt"], "pt-BR ltr"],
      [["pt-PT"], "pt-BR ltr"],
      [["PT-br"], "pt-BR ltr"],
      [["es-419"], "es ltr"],
      [["fr-FR", "de", "pl-PL", "en"], "pl ltr"],
      [["C", "it"], "it ltr"],
      [["fr"], "en ltr"],
      [[], "en ltr"],
    ] as const) {
      expect(await started(page, shell, [...wanted]), wanted.join()).toBe(expected);
    }
  });

  test("is the host's language, or else the browser's", async ({ page, portal }) => {
    const shell = await Shell.open(page, portal);
    for (const [locale, expected] of [
      ["he-IL", "he rtl"],
      ["iw", "he rtl"],
      ["pt", "pt-BR ltr"],
      ["pt-PT", "pt-BR ltr"],
      ["es-419", "es ltr"],
      ["xx", "pl ltr"],
      ["zh-Hant-TW", "pl ltr"],
    ] as const) {
      expect(await started(page, shell, ["pl"], locale), locale).toBe(expected);
    }
  });

  test("is kept if the next one cannot be loaded, and the host receives an error event", async ({
    page,
    portal,
  }) => {
    await portal.signIn(page, giulia);
    const shell = await Shell.open(page, portal);
    await shell.mount("one", { chrome: "none", locale: "it" });
    await expect(page.getByRole("dialog", { name: "Informazioni obbligatorie" })).toBeVisible();
    await page.route("**/locales/pl-*.json", (route) => route.abort());
    await shell.update("one", { locale: "pl" });
    await expect
      .poll(() => shell.events("error"))
      .toEqual([
        ["one", "error", { type: "language_not_loaded", request_id: null, recoverable: true }],
      ]);
    await expect(page.getByRole("dialog", { name: "Informazioni obbligatorie" })).toBeVisible();
    await page.unroute("**/locales/pl-*.json");
    await shell.update("one", { locale: "pl" });
    await expect(page.getByRole("dialog", { name: "Wymagane informacje" })).toBeVisible();
  });

  test("is refused if it is not a language tag", async ({ page, portal }) => {
    const shell = await Shell.open(page, portal);
    const rule = "TypeError: partner-portal: locale must be a text such as pt-BR";
    for (const locale of ["he_IL", "Hebrew!", 7, ["he"]]) {
      expect(await shell.refusal({ locale }), String(locale)).toBe(rule);
    }
  });
});
