// Lists of addresses: typed, pasted, edited and removed without losing anything.

import type { Locator } from "@playwright/test";

import { ContactForm } from "./contact_form.ts";
import { expect, type Page, test } from "./fixtures.ts";
import { isolated } from "./isolated.ts";
import { amara, COMPLETE_DOCUMENT, hannah, NORTHGATE } from "./people.ts";

const EMERGENCY = "Technical emergency contacts";
const NON_EMERGENCY = "Technical non-emergency contacts";

/** Pastes as the keyboard does. */
async function paste(page: Page, box: Locator, text: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await box.focus();
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.press("Control+v");
}

/** The chips of a list, in their order. */
const chips = (box: Locator) => box.locator("xpath=preceding-sibling::ul").locator(".chip-text bdi");

const undo = (page: Page) => page.getByRole("button", { name: "Undo", exact: true });

test("lists as mail programs and sheets write them become one chip for each address", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, hannah);
  await page.goto("/portal/");
  const box = new ContactForm(page).box(EMERGENCY);
  const lists: [string, string[]][] = [
    ["Lovelace, Ada <ada@example.com>; Byron, George <bo@example.com>", ["ada@example.com", "bo@example.com"]],
    ['"Lovelace, Ada" <ada@example.com>, Bo <bo@example.com>,', ["ada@example.com", "bo@example.com"]],
    ["'ada@example.com'; \"bo@example.com\"", ["ada@example.com", "bo@example.com"]],
    ["Ada\t+44 20 7946\tada@example.com\r\nBo\t\tbo@example.com\r\n", ["ada@example.com", "bo@example.com"]],
    ["ada@example.com\nbo@example.com\n\n", ["ada@example.com", "bo@example.com"]],
    ["mailto:ada@example.com; on call, bo@example.com", ["ada@example.com", "on", "call", "bo@example.com"]],
  ];
  for (const [text, entries] of lists) {
    await paste(page, box, text);
    await expect(chips(box)).toHaveText(entries);
    await page.keyboard.press("Control+z");
    await expect(chips(box)).toHaveCount(0);
  }
});

test("nobody is corrected while typing, and a correction is noticed at once", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, hannah);
  await page.goto("/portal/");
  const form = new ContactForm(page);
  const box = form.box(EMERGENCY);
  await form.type(EMERGENCY, "oncall@example.com");
  await page.keyboard.type("half.typed@exam");
  await expect(box).not.toHaveAttribute("aria-invalid", "true");
  await page.keyboard.press("Tab");
  await expect(form.chip("half.typed@exam")).toHaveAccessibleDescription(/domain is not complete/);
  await expect(box).toHaveAttribute("aria-invalid", "true");
  await form.chip("half.typed@exam").dblclick();
  await page.keyboard.press("End");
  await page.keyboard.type("ple.com");
  await page.keyboard.press("Tab");
  await expect(chips(box)).toHaveText(["oncall@example.com", "half.typed@example.com"]);
  await expect(box).not.toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText("The domain is not complete.")).toBeHidden();
});

test("a removed address comes back where it was, by button and by key", async ({ page, portal }) => {
  await portal.signIn(page, hannah);
  await page.goto("/portal/");
  const form = new ContactForm(page);
  const box = form.box(EMERGENCY);
  const addresses = ["a@example.com", "b@example.com", "c@example.com"];
  await form.type(EMERGENCY, ...addresses);
  await page.getByRole("button", { name: `Remove ${isolated("b@example.com")}` }).click();
  await expect(form.chip("c@example.com")).toBeFocused();
  await expect(page.getByText(`${isolated("b@example.com")} removed`).first()).toBeVisible();
  await undo(page).click();
  await expect(chips(box)).toHaveText(addresses);
  await expect(form.chip("b@example.com")).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(chips(box)).toHaveText(["a@example.com", "c@example.com"]);
  await page.keyboard.press("Control+z");
  await expect(chips(box)).toHaveText(addresses);
  await expect(undo(page)).toBeHidden();
});

test("a repeated address is pointed out where it repeats, and says what it repeats", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, hannah);
  await page.goto("/portal/");
  const form = new ContactForm(page);
  await form.type(EMERGENCY, "a@example.com", "b@exämple.com", "b@XN--EXMPLE-CUA.com");
  await expect(form.chip("b@XN--EXMPLE-CUA.com")).toHaveAccessibleDescription(
    `b@XN--EXMPLE-CUA.com Same as entry ${isolated(2)} of this list. Remove one of them.`,
  );
  await expect(form.chip("b@exämple.com")).toHaveAccessibleDescription("");
  await form.chip("b@exämple.com").press("Delete");
  await expect(page.getByText("Same as entry")).toHaveCount(0);
});

test("a list that is too long says by how much, and keeps everything", async ({ page, portal }) => {
  await portal.signIn(page, hannah);
  await page.goto("/portal/");
  const form = new ContactForm(page);
  const box = form.box(EMERGENCY);
  const addresses = Array.from({ length: 22 }, (_, index) => `team-${index}@example.com`);
  await paste(page, box, addresses.join(";"));
  const tooMany = (count: number) =>
    `At most ${isolated(20)} fit here, but there are ${isolated(count)}. Remove some.`;
  await expect(page.getByText(tooMany(22))).toBeVisible();
  await expect(box).toHaveAccessibleDescription(new RegExp(tooMany(22)));
  await expect(chips(box)).toHaveText(addresses);
  await form.chip("team-21@example.com").press("Delete");
  await expect(page.getByText(tooMany(21))).toBeVisible();
  await form.chip("team-20@example.com").press("Delete");
  await expect(page.getByText("At most")).toHaveCount(0);
});

test("the list of errors names the entry and leads to it", async ({ page, portal }) => {
  await portal.signIn(page, hannah);
  await page.goto("/portal/");
  const form = new ContactForm(page);
  await form.type(EMERGENCY, "a@example.com", "nobody");
  await form.submit.press("Enter");
  await form.summary
    .getByRole("button", { name: `${EMERGENCY}: ${isolated("nobody")} An email address has` })
    .press("Enter");
  await expect(form.chip("nobody")).toBeFocused();
  // What is still being typed is not in the list yet.
  const problems = form.summary.getByRole("button");
  const before = await problems.allTextContents();
  await form.box(NON_EMERGENCY).fill("a@example.com");
  await page.keyboard.press("Enter");
  await expect(problems).toHaveCount(before.length - 1);
  await page.keyboard.type("half");
  await expect(form.box(NON_EMERGENCY)).toHaveValue("half");
  await expect(problems).toHaveCount(before.length - 1);
});

test("a megabyte is refused with its size, and the page goes on", async ({ page, portal }) => {
  await portal.signIn(page, hannah);
  await page.goto("/portal/");
  const form = new ContactForm(page);
  const box = form.box(EMERGENCY);
  await form.type(EMERGENCY, "a@example.com");
  await page.keyboard.type("half");
  for (const [text, size] of [
    ["x".repeat(1 << 20), `entries: ${isolated(1)}, characters: ${isolated((1 << 20) + 4)}`],
    ["b@c.example\n".repeat(60_000), `entries: ${isolated(60_000)}`],
  ] as const) {
    await paste(page, box, text);
    await expect(page.getByText(`That is too much at once (${size}`).first()).toBeVisible();
    await expect(box).toHaveValue("half");
    await expect(chips(box)).toHaveText(["a@example.com"]);
  }
  await page.keyboard.type("@example.com");
  await expect(page.getByText("That is too much at once")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(chips(box)).toHaveText(["a@example.com", "half@example.com"]);
});

test("five hundred addresses are kept, a hundred are shown, and one key takes them back", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, hannah);
  await page.goto("/portal/");
  const box = new ContactForm(page).box(EMERGENCY);
  const addresses = Array.from({ length: 500 }, (_, index) => `team-${index}@example.com`);
  await paste(page, box, addresses.join("\n"));
  await expect(page.getByText(`and ${isolated(400)} more`)).toBeVisible();
  await expect(page.getByText(`but there are ${isolated(500)}.`)).toBeVisible();
  await expect(chips(box)).toHaveText(addresses.slice(0, 100));
  await page.keyboard.press("Control+z");
  await expect(chips(box)).toHaveCount(0);
});

test("characters that nobody can see are refused with the reason, and a flag is no address", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, hannah);
  await page.goto("/portal/");
  const box = new ContactForm(page).box(EMERGENCY);
  const entries = ["on\u200bcall@example.com", "a@exam\u202eple.com", "\ufeffa@example.com", "🇮🇱"];
  await paste(page, box, entries.join("\n"));
  const shown = chips(box).locator("xpath=..");
  await expect(shown).toHaveCount(entries.length);
  for (let index = 0; index < 3; index += 1) {
    await expect(shown.nth(index)).toHaveAccessibleDescription(/a character that cannot be seen/);
  }
  await expect(shown.nth(3)).toHaveAccessibleDescription(/exactly one @ sign/);
});

test("what is typed before the rest of the form is there becomes chips afterwards", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, hannah);
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/chunks/**", async (route) => {
    await released;
    await route.continue();
  });
  await page.goto("/portal/");
  const box = new ContactForm(page).box(EMERGENCY);
  await box.focus();
  await page.keyboard.type("a@example.com");
  await page.keyboard.press("Enter");
  await page.keyboard.type("b@example.com");
  await page.keyboard.press("Enter");
  await page.keyboard.type("half");
  await expect(box).toHaveValue("a@example.com, b@example.com, half");
  release();
  await expect(chips(box)).toHaveText(["a@example.com", "b@example.com"]);
  await expect(box).toHaveValue("half");
  await expect(box).toBeFocused();
});

test("typing into one list leaves every other field alone, however full the form is", async ({
  page,
  portal,
}) => {
  const list = (name: string) =>
    Array.from({ length: 20 }, (_, index) => `${name}-${index}@example.com`);
  await portal.signIn(page, amara);
  const path = `/accounts/${NORTHGATE}/contact-information`;
  const read = await portal.api(page, "GET", path);
  const { contact_information } = (await read.json()) as { contact_information: object };
  const [schedule] = COMPLETE_DOCUMENT.operational_support;
  const saved = await portal.api(page, "PUT", `${path}?environment=production`, {
    data: {
      ...contact_information,
      technical_emergency: list("oncall"),
      technical_non_emergency: list("api"),
      merchant_issues: list("merchants"),
      operational_platform: list("ops"),
      operational_support: Array.from({ length: 10 }, () => schedule),
    },
    headers: { "if-match": read.headers()["etag"]! },
  });
  expect(saved.status()).toBe(200);
  await page.goto("/portal/configuration/contact-information?env=production");
  const form = new ContactForm(page);
  await expect(form.schedule(10)).toBeVisible();
  const box = form.box(EMERGENCY);
  await expect(chips(box)).toHaveCount(20);
  await box.focus();
  await page.keyboard.type("h");
  await expect(box).toHaveValue("h");
  const changes = await box.evaluateHandle((box) => {
    const changes: string[] = [];
    const observer = new MutationObserver((records) => {
      for (const { target } of records) changes.push(target.parentElement?.className ?? "");
    });
    // Its own field is at stake, too: its twenty chips stay as they are.
    const everything = { subtree: true, childList: true, attributes: true, characterData: true };
    observer.observe(box.closest(".contact-form")!, everything);
    return changes;
  });
  await page.keyboard.type("alf.typed@example");
  await expect(box).toHaveValue("half.typed@example");
  expect(await changes.jsonValue()).toEqual([]);
});
