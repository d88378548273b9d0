// Tests the chart of the week's support hours and its description in words.

import { ContactForm } from "../../support/contact_form.ts";
import { expect, expectNoViolations, type Page, test } from "../../support/fixtures.ts";
import { giulia } from "../../support/people.ts";
import type { Portal } from "../../support/portal.ts";

/** 13:30 on a Wednesday in Warsaw, the time zone of the test browser. */
const NOON = new Date("2026-11-25T12:30:00Z");

const preview = (page: Page) => page.getByRole("region", { name: "When your support answers" });
const day = (page: Page, name: string) =>
  preview(page).getByRole("listitem").filter({ hasText: name });

async function openForm(page: Page, portal: Portal): Promise<ContactForm> {
  await portal.signIn(page, giulia);
  await page.goto("/portal/");
  const form = new ContactForm(page);
  await form.isWhole();
  return form;
}

test("no chart is shown before there are hours in a time zone", async ({ page, portal }) => {
  await openForm(page, portal);
  await expect(preview(page)).toBeHidden();
  await page.getByRole("button", { name: "Add schedule" }).press("Enter");
  await expect(preview(page)).toContainText("Choose a time zone and enter hours");
});

test("the week is shown in words, with whether support is open and until when", async ({ page, portal }) => {
  await page.clock.setFixedTime(NOON);
  const form = await openForm(page, portal);
  await form.addSchedule("Europe/Warsaw");
  await expect(preview(page)).toContainText("Open now");
  await expect(preview(page)).toContainText(/Closes .in 4 hours. \(.Wed,? 5:00\sPM.\)/u);
  await expect(preview(page)).toContainText(/40 hours. this week/);
  await expect(day(page, "Wednesday")).toContainText(/9:00\sAM\s–\s5:00\sPM/u);
  await expect(day(page, "Sunday")).toContainText("No one answers");
});

test("the next clock change is named if it shifts the week, and only then", async ({ page, portal }) => {
  await page.clock.setFixedTime(NOON);
  const form = await openForm(page, portal);
  await form.addSchedule("Europe/Warsaw");
  // The browser's time zone changes its clocks together with the schedule's.
  await expect(preview(page)).toContainText("Open now");
  await expect(preview(page)).not.toContainText("clocks");
  await preview(page).getByRole("button", { name: "UTC" }).press("Enter");
  await expect(preview(page)).toContainText(/March 28, 2027 at 1:00\sAM.*Warsaw \(Europe\).*go forward by .1 hour/);
});

test("a clock change is shown at the time that the clocks skip, in the chosen time zone", async ({ page, portal }) => {
  await page.clock.setFixedTime(NOON);
  const form = await openForm(page, portal);
  await form.addSchedule("Asia/Tokyo");
  await expect(preview(page)).toContainText(/March 28, 2027 at 2:00\sAM.*Warsaw \(Europe\).*go forward/);
});

test("a time that is more than six days away is shown with its date", async ({ page, portal }) => {
  await page.clock.setFixedTime(NOON);
  const form = await openForm(page, portal);
  const schedule = await form.addSchedule("Europe/Warsaw");
  await schedule.getByRole("textbox", { name: "Closes" }).fill("12:00");
  const days = schedule.getByRole("group", { name: "Days", exact: true });
  for (const day of ["Mon", "Tue", "Thu", "Fri"]) {
    await days.getByRole("button", { name: day }).press("Enter");
  }
  await expect(preview(page)).toContainText(/Opens .in 7 days. \(.December 2, 2026 at 9:00\sAM.\)/u);
});

test("the week is the union of all schedules, in the chosen time zone", async ({ page, portal }) => {
  await page.clock.setFixedTime(NOON);
  const form = await openForm(page, portal);
  await form.addSchedule("Europe/Warsaw");
  await form.addSchedule("America/New_York");
  await expect(preview(page)).toContainText(/70 hours. this week/);
  await expect(day(page, "Wednesday")).toContainText(/9:00\sAM\s–\s11:00\sPM/u);
  await preview(page).getByRole("button", { name: "UTC" }).press("Enter");
  await expect(day(page, "Wednesday")).toContainText(/8:00\sAM\s–\s10:00\sPM/u);
});

test("the chart follows the typed times and leaves out those that are not valid yet", async ({ page, portal }) => {
  await page.clock.setFixedTime(NOON);
  const form = await openForm(page, portal);
  const schedule = await form.addSchedule("Europe/Warsaw");
  const closes = schedule.getByRole("textbox", { name: "Closes" });
  await closes.fill("12:00");
  await expect(preview(page)).toContainText("Closed now");
  await expect(preview(page)).toContainText(/Opens .in 20 hours. \(.Thu,? 9:00\sAM.\)/u);
  await closes.fill("12:0");
  await expect(preview(page)).toContainText("Choose a time zone and enter hours");
});

test("support around the clock shows no closing time", async ({ page, portal }) => {
  const form = await openForm(page, portal);
  const schedule = await form.addSchedule("Europe/Warsaw");
  await schedule.getByRole("button", { name: "Around the clock" }).press("Enter");
  await expect(preview(page)).toContainText("Open around the clock");
  await expect(day(page, "Sunday")).toHaveText("Sunday: Around the clock");
});

test("the status changes when support closes", async ({ page, portal }) => {
  await page.clock.install({ time: new Date("2026-11-25T15:58:30Z") });
  const form = await openForm(page, portal);
  await form.addSchedule("Europe/Warsaw");
  await expect(preview(page)).toContainText("Open now");
  await page.clock.fastForward("02:00");
  await expect(preview(page)).toContainText("Closed now");
});

test("in Hebrew the chart runs from right to left, and times use the 24-hour clock", async ({ page, portal }) => {
  await page.clock.setFixedTime(NOON);
  const form = await openForm(page, portal);
  await form.addSchedule("Europe/Warsaw");
  await page.getByRole("dialog").getByRole("combobox", { name: "Language" }).selectOption("עברית");
  const region = page.getByRole("region", { name: "מתי התמיכה שלכם עונה" });
  await expect(region.getByRole("listitem").filter({ hasText: "יום רביעי" })).toContainText("9:00–17:00");
  const label = await region.locator(".coverage-day").first().boundingBox();
  const track = await region.locator(".coverage-track").first().boundingBox();
  const span = await region.locator(".coverage-span").first().boundingBox();
  if (!label || !track || !span) throw new Error("the picture is not drawn");
  expect(label.x).toBeGreaterThan(track.x);
  // The hours start at 9, so 9/24 of the day on the right is empty.
  expect(track.x + track.width - (span.x + span.width)).toBeCloseTo((track.width * 9) / 24, -1);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the chart is accessible in ${colorScheme} colours`, async ({ page, portal }) => {
    await page.emulateMedia({ colorScheme });
    const form = await openForm(page, portal);
    await form.addSchedule("Europe/Warsaw");
    await expect(preview(page).getByRole("listitem")).toHaveCount(7);
    await expectNoViolations(page);
  });
}
