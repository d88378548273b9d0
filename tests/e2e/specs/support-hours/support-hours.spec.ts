// Tests the editor of support hours: the search for time zones, and the formats in which users type
// times.

import { ContactForm } from "../../support/contact_form.ts";
import { expect, expectNoViolations, type Page, test } from "../../support/fixtures.ts";
import { isolated } from "../../support/isolated.ts";
import { BELLA_VISTA, giulia } from "../../support/people.ts";
import type { Portal } from "../../support/portal.ts";

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

async function openForm(page: Page, portal: Portal): Promise<ContactForm> {
  await portal.signIn(page, giulia);
  await page.goto("/portal/");
  const form = new ContactForm(page);
  await form.isWhole();
  return form;
}

const options = (page: Page) => page.getByRole("listbox", { name: "Time zones" }).getByRole("option");
const spoken = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text });
const pressed = (page: Page, hours: ReturnType<Page["locator"]>) =>
  hours.getByRole("group", { name: "Days", exact: true }).getByRole("button", { pressed: true });

test("a time zone is found by city, alias, offset and name, with or without accents", async ({ page, portal }) => {
  const form = await openForm(page, portal);
  const schedule = await form.addSchedule("Europe/Warsaw");
  const picker = schedule.getByRole("combobox", { name: "Time zone" });
  for (const [typed, found] of [
    ["são paulo", "São Paulo (Americas)"],
    ["sao paulo", "São Paulo (Americas)"],
    ["Asia/Calcutta", "Kolkata (Asia)"],
    ["america/new_york", "New York (Americas)"],
    ["UTC+05:30", "Kolkata (Asia)"],
    ["gmt+5:45", "Kathmandu (Asia)"],
    ["-3:30", "St. John’s (Americas)"],
    ["poland time", "Warsaw (Europe)"],
  ] as const) {
    await picker.fill(typed);
    await expect(options(page).filter({ hasText: found })).toHaveCount(1);
  }
  await picker.fill("calcutta");
  await expect(options(page)).toHaveText([/Kolkata \(Asia\).*UTC\+05:30.*India Standard Time.*Asia\/Calcutta/]);
  await page.keyboard.press("Enter");
  await expect(picker).toHaveValue("Kolkata (Asia)");
});

test("the user's own time zone is offered first, and a fully typed name needs no choice", async ({ page, portal }) => {
  await openForm(page, portal);
  await page.getByRole("button", { name: "Add schedule" }).press("Enter");
  const picker = page.getByRole("combobox", { name: "Time zone" });
  await expect(picker).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(options(page).first()).toContainText("Warsaw (Europe)");
  await page.keyboard.press("Escape");
  await page.keyboard.type("asia/tokyo");
  await page.keyboard.press("Tab");
  await expect(picker).toHaveValue("Tokyo (Asia)");
});

test("an offset from UTC or an abbreviation offers time zones but chooses none", async ({ page, portal }) => {
  const form = await openForm(page, portal);
  const picker = (await form.addSchedule("Europe/Warsaw")).getByRole("combobox", { name: "Time zone" });
  for (const typed of ["GMT-3", "GMT\u22123", "gmt \u2013 3", "GMT+3"]) {
    await picker.fill(typed);
    await expect(options(page).first()).toContainText(typed.includes("+") ? "UTC+03:00" : "UTC-03:00");
    await picker.press("Tab");
    await expect(picker).toHaveValue(typed.trim());
    await expect(picker).toHaveAccessibleDescription(/no such time zone/);
  }
  await picker.fill("EST");
  await expect(options(page).first()).toContainText("New York (Americas)");
  await expect(options(page).filter({ hasText: "Panama" })).toHaveCount(1);
  await picker.press("Tab");
  await expect(picker).toHaveValue("EST");
  await expect(picker).toHaveAccessibleDescription("Choose a time zone.");
  await picker.fill("Etc/GMT-3");
  await picker.press("Tab");
  await expect(picker).toHaveValue("Etc/GMT-3");
  await expect(picker).toHaveAccessibleDescription("");
});

test("pressing Escape in the time zone box keeps the chosen time zone", async ({ page, portal }) => {
  const form = await openForm(page, portal);
  const picker = (await form.addSchedule("Europe/Warsaw")).getByRole("combobox", { name: "Time zone" });
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(picker).not.toBeFocused();
  await expect(picker).toHaveValue("Warsaw (Europe)");
  await expect(page.getByText("Choose a time zone.")).toBeHidden();
});

test("an unknown time zone stays visible with an error, also after a reload", async ({ page, portal }) => {
  await openForm(page, portal);
  await page.getByRole("button", { name: "Add schedule" }).press("Enter");
  const picker = page.getByRole("combobox", { name: "Time zone" });
  await picker.fill("Mars/Olympus_Mons");
  await page.keyboard.press("Tab");
  await expect(page.getByText("There’s no such time zone.")).toBeVisible();
  const draft = `/accounts/${BELLA_VISTA}/contact-information/draft`;
  const kept = async () => (await portal.api(page, "GET", draft)).text();
  await expect.poll(kept).toContain("Mars/Olympus_Mons");
  await page.reload();
  await expect(picker).toHaveValue("Mars/Olympus_Mons");
  await expect(picker).toHaveAttribute("aria-invalid", "true");
});

test("times can be typed in several formats", async ({ page, portal }) => {
  const form = await openForm(page, portal);
  const schedule = await form.addSchedule("Europe/Warsaw");
  const opens = schedule.getByRole("textbox", { name: "Opens" });
  for (const [typed, read] of [
    ["9", /^9:00\sAM$/],
    ["930", /^9:30\sAM$/],
    ["9.30", /^9:30\sAM$/],
    ["5 pm", /^5:00\sPM$/],
    ["17h", /^5:00\sPM$/],
    ["0:05", /^12:05\sAM$/],
  ] as const) {
    await opens.fill(typed);
    await opens.blur();
    await expect(opens).toHaveValue(read);
  }
});

test("text that is not a time stays as typed and shows an error", async ({ page, portal }) => {
  const form = await openForm(page, portal);
  const schedule = await form.addSchedule("Europe/Warsaw");
  const closes = schedule.getByRole("textbox", { name: "Closes" });
  await closes.fill("24:01");
  await closes.blur();
  await expect(closes).toHaveValue("24:01");
  await expect(closes).toHaveAccessibleDescription(/from .12:00\sAM. to .11:59\sPM., for example .5:00\sPM.\./u);
  await closes.fill("24");
  await closes.blur();
  await expect(closes).toHaveValue(/^12:00\sAM$/);
  await expect(closes).toHaveAccessibleDescription("(next day)");
  await expect(closes).not.toHaveAttribute("aria-invalid");
});

test("hours past midnight and hours of a whole day are marked at their row", async ({ page, portal }) => {
  const form = await openForm(page, portal);
  const schedule = await form.addSchedule("Europe/Warsaw");
  const closes = schedule.getByRole("textbox", { name: "Closes" });
  await closes.fill("06:00");
  await expect(closes).toHaveAccessibleDescription("(next day)");
  await closes.fill("9:00 am");
  await expect(closes).toHaveAccessibleDescription(`(${isolated("24 hours")}, until the next day)`);
  await closes.fill("5:00 pm");
  await expect(closes).toHaveAccessibleDescription("");
});

test("a second shift is added on the same days, and shows no error before it loses the focus", async ({ page, portal }) => {
  const form = await openForm(page, portal);
  const schedule = await form.addSchedule("Europe/Warsaw");
  await schedule.getByRole("textbox", { name: "Closes" }).fill("12:00");
  await schedule.getByRole("button", { name: "Add hours" }).click();
  const second = schedule.getByRole("group", { name: `Hours ${isolated(2)}` });
  await expect(second.getByRole("textbox", { name: "Opens" })).toBeFocused();
  await expect(pressed(page, second)).toHaveText(["Mon", "Tue", "Wed", "Thu", "Fri"]);
  await expect(spoken(page, "added").filter({ hasText: "Hours" })).toHaveText(`Hours ${isolated(2)} added`);
  await expect(second.getByText("Enter the opening time.")).toBeHidden();
  await page.keyboard.press("Tab");
  await expect(second.getByRole("textbox", { name: "Closes" })).toBeFocused();
  await expect(second.getByText("Enter the opening time.")).toBeHidden();
  await form.shared.focus();
  await expect(second.getByText("Enter the opening time. Enter the closing time.")).toBeVisible();
});

test("hours can be copied to other days by keyboard", async ({ page, portal }) => {
  const form = await openForm(page, portal);
  const schedule = await form.addSchedule("Europe/Warsaw");
  const first = schedule.getByRole("group", { name: `Hours ${isolated(1)}` });
  const copyTo = first.getByRole("button", { name: "Copy to…" });
  await copyTo.press("Enter");
  const offered = first.getByRole("group", { name: "Days to copy to" });
  await expect(offered.getByRole("button")).toHaveText(["Sun", "Sat"]);
  await offered.getByRole("button", { name: "Sat" }).press("Escape");
  await expect(offered).toBeHidden();
  await expect(copyTo).toBeFocused();
  await copyTo.press("Enter");
  await offered.getByRole("button", { name: "Sat" }).press("Space");
  await first.getByRole("button", { name: "Copy", exact: true }).press("Enter");
  const second = schedule.getByRole("group", { name: `Hours ${isolated(2)}` });
  await expect(second.getByRole("group", { name: "Days", exact: true })).toBeFocused();
  await expect(pressed(page, second)).toHaveText(["Sat"]);
  await expect(second.getByRole("textbox", { name: "Closes" })).toHaveValue(/^5:00\sPM$/);
});

test("after a removal the focus stays nearby, and the removal is announced", async ({ page, portal }) => {
  const form = await openForm(page, portal);
  const schedule = await form.addSchedule("Europe/Warsaw");
  await schedule.getByRole("button", { name: "Add hours" }).click();
  const first = schedule.getByRole("group", { name: `Hours ${isolated(1)}` });
  await first.getByRole("button", { name: "Remove hours" }).press("Enter");
  await expect(first.getByRole("group", { name: "Days", exact: true })).toBeFocused();
  await expect(spoken(page, "removed")).toHaveText(`Hours ${isolated(1)} removed`);
  await first.getByRole("button", { name: "Remove hours" }).press("Enter");
  await expect(schedule.getByRole("button", { name: "Add hours" })).toBeFocused();
  await schedule.getByRole("button", { name: "Remove schedule" }).press("Enter");
  await expect(page.getByRole("button", { name: "Add schedule" })).toBeFocused();
  await expect(spoken(page, "removed")).toHaveText(`Schedule ${isolated(1)} removed`);
});

test("a preset replaces the hours, and the change is announced", async ({ page, portal }) => {
  const form = await openForm(page, portal);
  const schedule = await form.addSchedule("Europe/Warsaw");
  await schedule.getByRole("button", { name: "Around the clock" }).press("Enter");
  await expect(schedule.getByRole("textbox", { name: "Opens" })).toHaveValue(/^12:00\sAM$/);
  const closes = schedule.getByRole("textbox", { name: "Closes" });
  await expect(closes).toHaveValue(/^12:00\sAM$/);
  await expect(closes).toHaveAccessibleDescription(`(${isolated("24 hours")}, until the next day)`);
  await expect(pressed(page, schedule)).toHaveText(DAYS);
  await expect(spoken(page, "replaced")).toContainText("Around the clock");
});

test("overlapping hours are marked, and one key press merges them", async ({ page, portal }) => {
  const form = await openForm(page, portal);
  const schedule = await form.addSchedule("Europe/Warsaw");
  await schedule.getByRole("button", { name: "Add hours" }).click();
  const second = schedule.getByRole("group", { name: `Hours ${isolated(2)}` });
  await second.getByRole("textbox", { name: "Opens" }).fill("16:00");
  await second.getByRole("textbox", { name: "Closes" }).fill("20:00");
  const first = schedule.getByRole("group", { name: `Hours ${isolated(1)}` });
  await expect(first.getByText(/These hours overlap with Hours .2. in this schedule/)).toBeVisible();
  await expectNoViolations(page);
  await second.getByRole("button", { name: "Merge with Hours" }).press("Enter");
  await expect(second).toBeHidden();
  await expect(first.getByRole("textbox", { name: "Opens" })).toHaveValue(/^9:00\sAM$/);
  await expect(first.getByRole("textbox", { name: "Closes" })).toHaveValue(/^8:00\sPM$/);
  await expect(first.getByText(/overlap/)).toBeHidden();
});

test("on a narrow screen the label of a time stays beside its box", async ({ page, portal }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const form = await openForm(page, portal);
  const schedule = await form.addSchedule("Europe/Warsaw");
  // The part above the schedule is fully drawn, so the positions no longer change.
  await expect(page.getByRole("combobox", { name: "Language" }).first()).toBeVisible();
  for (const name of ["Opens", "Closes"]) {
    const label = await schedule.getByText(name, { exact: true }).boundingBox();
    const box = await schedule.getByRole("textbox", { name }).boundingBox();
    expect(label && box && label.y > box.y && label.y + label.height < box.y + box.height).toBe(true);
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(overflow).toBeLessThanOrEqual(360);
});
