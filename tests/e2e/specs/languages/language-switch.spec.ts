// Tests switching the language while the user works: typed text, focus and open parts are kept, and the
// change is announced.

import { ContactForm } from "../../support/contact_form.ts";
import { codeIsThere } from "../../support/early_view.ts";
import { expect, type Page, test } from "../../support/fixtures.ts";
import { holdBack } from "../../support/hold_back.ts";
import { isolated } from "../../support/isolated.ts";
import { amara, giulia } from "../../support/people.ts";
import type { Portal } from "../../support/portal.ts";
import { Sentences } from "../../support/sentences.ts";
import { UsersPanel } from "../../support/users_panel.ts";

const languageOf = (page: Page, id = "modal-language") => page.locator(`select#${id}`);
const modal = (page: Page) => page.getByRole("dialog");
const spoken = (page: Page, text: string) =>
  modal(page).getByRole("status").filter({ hasText: text });

/** Returns a list that collects the languages whose files of this kind are requested from now on. */
function asked(page: Page, kind: "locales" | "cities" = "locales"): string[] {
  const tags: string[] = [];
  const file = new RegExp(`/${kind}/([\\w-]+)-[0-9a-f]+\\.json$`);
  page.on("request", (request) => {
    const tag = file.exec(request.url())?.[1];
    if (tag) tags.push(tag);
  });
  return tags;
}

const POLISH = "**/locales/pl-*.json";

async function openModal(page: Page, portal: Portal): Promise<ContactForm> {
  await portal.signIn(page, giulia);
  await page.goto("/portal/");
  const form = new ContactForm(page);
  await expect(form.shared).toHaveValue("support@bellavista.example.com");
  // Of languages that are chosen before the code has loaded, only the last one is requested.
  await codeIsThere(page);
  return form;
}

test("the language switch keeps the focus, and the new language is announced in that language", async ({
  page,
  portal,
}) => {
  const hebrew = await Sentences.in("he");
  await openModal(page, portal);
  const tags = asked(page);
  const host = () => page.evaluate(() => document.documentElement.outerHTML.split(">")[0]);
  const before = await host();

  await languageOf(page).focus();
  await languageOf(page).selectOption("he");
  const dialog = page.getByRole("dialog", { name: hebrew.say("RequiredInformation") });
  await expect(dialog).toBeVisible();
  await expect(languageOf(page)).toBeFocused();
  await expect(languageOf(page)).toHaveValue("he");
  await expect(languageOf(page)).toHaveAccessibleName(hebrew.say("Language"));
  const said = hebrew.say("LanguageShown").replace("{language}", isolated("עברית"));
  await expect(spoken(page, said)).toHaveAttribute("aria-live", "polite");

  const root = page.locator(".portal");
  await expect(root).toHaveAttribute("lang", "he");
  await expect(root).toHaveAttribute("dir", "rtl");
  expect(await host(), "the host's page keeps its own language").toBe(before);
  expect(tags).toEqual(["he"]);
});

test("a language is loaded once, however often it is chosen", async ({ page, portal }) => {
  const [english, polish] = [await Sentences.in("en"), await Sentences.in("pl")];
  await openModal(page, portal);
  const tags = asked(page);
  for (const [tag, own] of [
    ["pl", polish],
    ["en", english],
    ["pl", polish],
    ["en", english],
  ] as const) {
    await languageOf(page).selectOption(tag);
    await expect(page.getByRole("dialog", { name: own.say("RequiredInformation") })).toBeVisible();
  }
  expect(tags).toEqual(["pl"]);
});

test("the city names of a language are loaded once, however often it is chosen", async ({
  page,
  portal,
}) => {
  const [english, polish] = [await Sentences.in("en"), await Sentences.in("pl")];
  const cities = asked(page, "cities");
  const form = await openModal(page, portal);
  await form.addSchedule("Europe/Warsaw");
  for (const [tag, own, name] of [
    ["pl", polish, "Warszawa"],
    ["en", english, "Warsaw"],
    ["pl", polish, "Warszawa"],
    ["en", english, "Warsaw"],
  ] as const) {
    await languageOf(page).selectOption(tag);
    const picker = page.getByRole("combobox", { name: own.say("TimeZone") });
    await expect(picker).toHaveValue(new RegExp(`^${name} \\(`));
  }
  expect(cities).toEqual(["en", "pl"]);
});

test("text typed while the language is loading stays, with the focus and the caret", async ({
  page,
  portal,
}) => {
  const polish = await Sentences.in("pl");
  const form = await openModal(page, portal);
  const release = await holdBack(page, POLISH);
  await languageOf(page).selectOption("pl");
  await expect(spoken(page, "Loading")).toHaveCount(1);
  await expect(languageOf(page), "the language in use is still English").toHaveValue("en");

  await form.box("Technical emergency contacts").focus();
  await page.keyboard.type("half.typed@exam");
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("ArrowLeft");
  release();
  const box = page.getByRole("textbox", { name: polish.say("TechnicalEmergency"), exact: true });
  await expect(box).toHaveValue("half.typed@exam");
  await expect(box).toBeFocused();
  await page.keyboard.type("in.");
  await expect(box).toHaveValue("half.typed@in.exam");
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a half-typed time stays", async ({ page, portal }) => {
  const polish = await Sentences.in("pl");
  const form = await openModal(page, portal);
  const schedule = await form.addSchedule("Europe/Warsaw");
  const release = await holdBack(page, POLISH);
  await languageOf(page).selectOption("pl");
  await schedule.getByRole("textbox", { name: "Opens" }).fill("8:");
  release();
  const opens = page.getByRole("textbox", { name: polish.say("Opens") });
  await expect(opens).toHaveValue("8:");
  await expect(opens).toBeFocused();
});

test("an open list of time zones stays open, with its search text", async ({ page, portal }) => {
  const polish = await Sentences.in("pl");
  await openModal(page, portal);
  const release = await holdBack(page, POLISH);
  await languageOf(page).selectOption("pl");
  await page.getByRole("button", { name: "Add schedule" }).press("Enter");
  const english = page.getByRole("combobox", { name: "Time zone" });
  await expect(english).toBeFocused();
  await page.keyboard.type("warsaw");
  await expect(page.getByRole("listbox", { name: "Time zones" })).toContainText("Warsaw");
  release();

  const picker = page.getByRole("combobox", { name: polish.say("TimeZone") });
  await expect(picker).toBeFocused();
  await expect(picker).toHaveValue("warsaw");
  await expect(picker).toHaveAttribute("aria-expanded", "true");
  await expect(page.getByRole("listbox", { name: polish.say("TimeZones") })).toBeVisible();
});

test("an open dialog stays open, with the typed text", async ({ page, portal }) => {
  const polish = await Sentences.in("pl");
  await portal.signIn(page, amara);
  const users = new UsersPanel(page);
  await users.openPage();
  const release = await holdBack(page, POLISH);
  await languageOf(page, "language").selectOption("pl");
  const english = await users.add();
  await english.getByRole("textbox", { name: "Email address" }).fill("half.typed@");
  await english.getByRole("textbox", { name: "Name" }).fill("Half Ty");
  release();

  const dialog = page.getByRole("dialog", { name: polish.say("AddUser") });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole("textbox", { name: polish.say("EmailAddress") })).toHaveValue(
    "half.typed@",
  );
  const name = dialog.getByRole("textbox", { name: polish.say("Name"), exact: true });
  await expect(name).toHaveValue("Half Ty");
  await expect(name).toBeFocused();
});

test("a language that loads late does not replace one that was chosen later", async ({ page, portal }) => {
  const [italian, spanish] = [await Sentences.in("it"), await Sentences.in("es")];
  await openModal(page, portal);
  // Records every language that the portal switches to.
  await page.locator(".portal").evaluate((root) => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => seen.push((root as HTMLElement).lang)).observe(root, {
      attributeFilter: ["lang"],
    });
  });
  const release = await holdBack(page, POLISH);
  await languageOf(page).selectOption("pl");
  await languageOf(page).selectOption("es");
  await expect(page.getByRole("dialog", { name: spanish.say("RequiredInformation") })).toBeVisible();
  const late = page.waitForResponse(POLISH);
  release();
  await (await late).finished();
  // Italian is requested after the late response, so Polish would have been shown before it.
  await languageOf(page).selectOption("it");
  await expect(page.getByRole("dialog", { name: italian.say("RequiredInformation") })).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual(["es", "it"]);
});

test("a language that cannot be loaded is announced, and can be tried again", async ({ page, portal }) => {
  const polish = await Sentences.in("pl");
  await openModal(page, portal);
  await page.route(POLISH, (route) => route.abort());
  await languageOf(page).selectOption("pl");
  const failure = `The language couldn’t be loaded: ${isolated("Polski")}`;
  await expect(spoken(page, failure)).toHaveCount(1);
  await expect(modal(page).getByRole("paragraph").filter({ hasText: failure })).toBeVisible();
  await expect(languageOf(page)).toHaveValue("en");

  await page.unroute(POLISH);
  await modal(page).getByRole("button", { name: "Retry", exact: true }).press("Enter");
  await expect(languageOf(page)).toHaveValue("pl");
  await expect(languageOf(page), "the focus is kept although the button is gone").toBeFocused();
  await expect(page.getByText(polish.say("LanguageNotLoaded").split(":")[0]!)).toHaveCount(0);
});
