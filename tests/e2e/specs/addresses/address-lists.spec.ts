// Tests that addresses can be typed, pasted, edited and removed in a list without losing any.

import { chips, paste } from "../../support/address_list.ts";
import { openForm } from "../../support/contact_form.ts";
import { expect, type Page, test } from "../../support/fixtures.ts";
import { isolated } from "../../support/isolated.ts";
import { hannah } from "../../support/people.ts";

const EMERGENCY = "Technical emergency contacts";
const NON_EMERGENCY = "Technical non-emergency contacts";

const undo = (page: Page) => page.getByRole("button", { name: "Undo", exact: true });

test("a list copied from a mail program or a spreadsheet becomes one chip for each address", async ({
  page,
  portal,
}) => {
  const box = (await openForm(page, portal, hannah)).box(EMERGENCY);
  const lists: [string, string[]][] = [
    ["Lovelace, Ada <ada@example.com>; Byron, George <bo@example.com>", ["ada@example.com", "bo@example.com"]],
    ['"Lovelace, Ada" <ada@example.com>, Bo <bo@example.com>,', ["ada@example.com", "bo@example.com"]],
    ["'ada@example.com'; \"bo@example.com\"", ["ada@example.com", "bo@example.com"]],
    ["Ada\t+44\tada@example.com\r\nBo\t\tbo@example.com\r\n", ["Ada", "+44", "ada@example.com", "Bo", "bo@example.com"]],
    ["\u201cada@example.com, bo@example.com\u201d", ["ada@example.com", "bo@example.com"]],
    ["\u2022 ada@example.com\n\u2022 bo@example.com (on call)", ["ada@example.com", "bo@example.com"]],
    ["Team: Ada <ada@example.com>, bo@example.com;", ["ada@example.com", "bo@example.com"]],
    ["[Ada](mailto:ada@example.com?subject=Hi,%20Ada)\u200f", ["ada@example.com"]],
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

test("an address shows no error while it is typed, and a corrected one loses its error at once", async ({
  page,
  portal,
}) => {
  const form = await openForm(page, portal, hannah);
  const box = form.box(EMERGENCY);
  await form.type(EMERGENCY, "oncall@example.com");
  await page.keyboard.type("half.typed@exam");
  await expect(box).not.toHaveAttribute("aria-invalid", "true");
  await page.keyboard.press("Tab");
  await expect(form.chip("half.typed@exam")).toHaveAccessibleDescription(/domain is incomplete/);
  await expect(box).toHaveAttribute("aria-invalid", "true");
  await form.chip("half.typed@exam").dblclick();
  await page.keyboard.press("End");
  await page.keyboard.type("ple.com");
  await page.keyboard.press("Tab");
  await expect(chips(box)).toHaveText(["oncall@example.com", "half.typed@example.com"]);
  await expect(box).not.toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText("The domain is incomplete.")).toBeHidden();
});

test("Undo, by button or by key, puts a removed address back in its place", async ({ page, portal }) => {
  const form = await openForm(page, portal, hannah);
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

test("a duplicate address is marked at its second place and names the entry that it repeats", async ({
  page,
  portal,
}) => {
  const form = await openForm(page, portal, hannah);
  await form.type(EMERGENCY, "a@example.com", "b@exämple.com", "b@XN--EXMPLE-CUA.com");
  await expect(form.chip("b@XN--EXMPLE-CUA.com")).toHaveAccessibleDescription(
    `b@XN--EXMPLE-CUA.com This is already in the list (entry ${isolated(2)}). Remove one of them.`,
  );
  await expect(form.chip("b@exämple.com")).toHaveAccessibleDescription("");
  await form.chip("b@exämple.com").press("Delete");
  await expect(page.getByText("This is already in the list")).toHaveCount(0);
});

test("a list that is too long shows the limit and its length, and keeps every entry", async ({ page, portal }) => {
  const form = await openForm(page, portal, hannah);
  const box = form.box(EMERGENCY);
  const addresses = Array.from({ length: 22 }, (_, index) => `team-${index}@example.com`);
  await paste(page, box, addresses.join(";"));
  const tooMany = (count: number) =>
    `You can have up to ${isolated(20)}; now there are ${isolated(count)}. Remove some.`;
  await expect(page.getByText(tooMany(22))).toBeVisible();
  await expect(box).toHaveAccessibleDescription(new RegExp(tooMany(22)));
  await expect(chips(box)).toHaveText(addresses);
  await form.chip("team-21@example.com").press("Delete");
  await expect(page.getByText(tooMany(21))).toBeVisible();
  await form.chip("team-20@example.com").press("Delete");
  await expect(page.getByText("You can have up to")).toHaveCount(0);
});

test("the error summary names the wrong entry and moves the focus to it", async ({ page, portal }) => {
  const form = await openForm(page, portal, hannah);
  await form.type(EMERGENCY, "a@example.com", "nobody");
  await form.submit.press("Enter");
  await form.summary
    .getByRole("button", { name: `${EMERGENCY}: ${isolated("nobody")} – An email address has` })
    .press("Enter");
  await expect(form.chip("nobody")).toBeFocused();
  // Text that is still being typed is not an entry yet.
  const problems = form.summary.getByRole("button");
  const before = await problems.allTextContents();
  await form.box(NON_EMERGENCY).fill("a@example.com");
  await page.keyboard.press("Enter");
  await expect(problems).toHaveCount(before.length - 1);
  await page.keyboard.type("half");
  await expect(form.box(NON_EMERGENCY)).toHaveValue("half");
  await expect(problems).toHaveCount(before.length - 1);
});

test("invisible characters are refused with the reason, and a flag is not an address", async ({
  page,
  portal,
}) => {
  const box = (await openForm(page, portal, hannah)).box(EMERGENCY);
  const entries = ["on\u200bcall@example.com", "a@exam\u202eple.com", "a\ufeffb@example.com", "🇮🇱"];
  await paste(page, box, entries.join("\n"));
  const shown = chips(box).locator("xpath=..");
  await expect(shown).toHaveCount(entries.length);
  for (let index = 0; index < 3; index += 1) {
    await expect(shown.nth(index)).toHaveAccessibleDescription(/a character that can’t be seen/);
  }
  await expect(shown.nth(3)).toHaveAccessibleDescription(/exactly one @ sign/);
});

test("the box for a single address extracts it from pasted text, and shows them all if there are several", async ({
  page,
  portal,
}) => {
  const form = await openForm(page, portal, hannah);
  const texts: [string, string][] = [
    ["Ada Lovelace <ada@example.com>", "ada@example.com"],
    ["mailto:ada@example.com?subject=Hello", "ada@example.com"],
    ["\u201cada@example.com\u201d", "ada@example.com"],
    ["ada@example.com\r\nbo@example.com", "ada@example.com, bo@example.com"],
    ["ada@example.com, bo@example.com", "ada@example.com, bo@example.com"],
  ];
  for (const [text, shown] of texts) {
    await form.shared.selectText();
    await paste(page, form.shared, text);
    await expect(form.shared).toHaveValue(shown);
  }
  await form.shared.fill("Ada <ada@example.com>");
  await form.shared.blur();
  await expect(form.shared).toHaveValue("ada@example.com");
});
