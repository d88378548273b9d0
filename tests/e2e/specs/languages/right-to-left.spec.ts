// Tests that the page is mirrored in Hebrew, while left-to-right texts keep their direction.

import type { Locator } from "@playwright/test";

import { expect, type Page, test } from "../../support/fixtures.ts";
import { useSameFonts } from "../../support/fonts.ts";
import { isolated } from "../../support/isolated.ts";
import { KEY_STATES, openKeyState } from "../../support/key_states.ts";
import { PortalView } from "../../support/page_object.ts";
import { amara, giulia } from "../../support/people.ts";
import type { Portal } from "../../support/portal.ts";
import { Sentences } from "../../support/sentences.ts";

const HEBREW_NAME = "נועה כהן";

async function rect(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error("it is not drawn");
  return { ...box, right: box.x + box.width };
}

/** Returns the x coordinate of each part of a text. */
function places(locator: Locator, parts: string[]): Promise<number[]> {
  return locator.evaluate((element, parts) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes: Node[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return parts.map((part) => {
      const node = nodes.find((node) => node.nodeValue!.includes(part));
      if (!node) throw new Error(`there is no ${part}`);
      const range = document.createRange();
      const start = node.nodeValue!.indexOf(part);
      range.setStart(node, start);
      range.setEnd(node, start + part.length);
      return range.getBoundingClientRect().x;
    });
  }, parts);
}

/** Adds a user to Bella Vista Bookings in the session of the page. */
async function addUser({ page, portal }: PortalView, name: string, email: string): Promise<void> {
  const data = { name, email, role: "editor", language: "he" };
  const added = await portal.api(page, "POST", "/accounts/acc_bella_vista/users", { data });
  expect(added.ok(), await added.text()).toBe(true);
}

async function open(page: Page, portal: Portal, language: string, state: string) {
  const view = new PortalView(page, portal, await Sentences.in(language));
  await useSameFonts(page);
  await openKeyState(view, KEY_STATES[state]!);
  return view;
}

test.describe("in Hebrew", () => {
  test.use({ locale: "he-IL" });

  test("the head of the modal is mirrored, including a Latin account name", async ({ page, portal }) => {
    const view = await open(page, portal, "he", "modal-empty");
    const say = (key: string) => view.sentences.say(key);
    const modal = view.dialog("RequiredInformation");
    const whole = await rect(modal);
    const title = await rect(modal.getByRole("heading", { level: 2 }).first());
    const account = await rect(modal.getByText("Bella Vista Bookings", { exact: true }).first());
    const support = await rect(modal.getByRole("link", { name: say("ContactSupport") }));
    const person = await rect(modal.getByRole("button", { name: "Giulia Conti" }));
    const submit = await rect(modal.getByRole("button", { name: say("Submit"), exact: true }));
    expect(whole.right - title.right, "the title starts on the right").toBeLessThan(32);
    expect(whole.right - account.right, "the account's name starts on the right too").toBeLessThan(32);
    expect(support.x - whole.x, "Contact support is in the left corner").toBeLessThan(32);
    expect(person.x - whole.x, "the account menu ends on the left").toBeLessThan(32);
    expect(submit.x - whole.x, "Submit ends on the left").toBeLessThan(32);
  });

  test("the progress bar fills from the right, and the arrow keys follow the order of the tabs", async ({
    page,
    portal,
  }) => {
    const view = await open(page, portal, "he", "modal-empty");
    const bar = view.dialog("RequiredInformation").getByRole("progressbar");
    // No field is complete yet, so the test sets the length of the bar to see where it begins.
    const fill = bar.locator("div");
    await fill.evaluate((it: HTMLElement) => (it.style.inlineSize = "50%"));
    expect((await rect(fill)).right).toBeCloseTo((await rect(bar)).right, 0);

    const tab = (key: string) => page.getByRole("tab", { name: view.sentences.say(key) });
    const [first, second] = [tab("ContactInformation"), tab("Users")];
    expect((await rect(second)).right).toBeLessThanOrEqual((await rect(first)).x);
    await first.focus();
    await page.keyboard.press("ArrowLeft");
    await expect(second).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await expect(first).toBeFocused();
  });

  test("the chart of the week starts on the right, and its scale matches the bars", async ({ page, portal }) => {
    await page.clock.setFixedTime(new Date("2026-11-25T12:30:00Z"));
    const view = await open(page, portal, "he", "modal-empty");
    await view.addScheduleIn("Europe/Warsaw");
    const week = page.getByRole("region", { name: view.sentences.say("CoverageTitle") });
    const track = week.locator(".coverage-track").nth(3);
    await expect(track.locator(".coverage-span")).toHaveCount(1);
    const [day, whole] = [await rect(week.locator(".coverage-day").nth(3)), await rect(track)];
    expect(day.x, "the day is at the start of its line").toBeGreaterThan(whole.right - 1);
    // 09:00 to 17:00, counted from the right.
    const inner = whole.width - 2;
    const span = await rect(track.locator(".coverage-span"));
    expect(span.right).toBeCloseTo(whole.right - 1 - (inner * 9) / 24, 0);
    expect(span.x).toBeCloseTo(whole.right - 1 - (inner * 17) / 24, 0);
    // The labels 0, 6, 12 and 18 of the scale start at their position in the chart.
    const hours = await week.locator(".coverage-hours > span").all();
    for (const [index, hour] of hours.entries()) {
      const at = whole.right - (whole.width * index) / 4;
      expect(Math.abs((await rect(hour)).right - at)).toBeLessThan(2);
    }
  });

  test("addresses, times and other Latin text run from left to right and are aligned to the right", async ({
    page,
    portal,
  }) => {
    const view = await open(page, portal, "he", "users-tab");
    const row = page.getByRole("row").filter({ hasText: "tomasz.zielinski@example.com" });
    const address = row.getByText("tomasz.zielinski@example.com", { exact: true });
    await expect(address).toHaveCSS("direction", "ltr");
    const name = row.getByText("Tomasz Zieliński", { exact: true });
    const [nameAt] = await places(name, ["Tomasz Zieliński"]);
    const end = (locator: Locator) =>
      locator.evaluate((it) => {
        const range = document.createRange();
        range.selectNodeContents(it);
        return range.getBoundingClientRect().right;
      });
    expect(nameAt).toBeGreaterThan(0);
    expect(await end(address)).toBeCloseTo(await end(name), 0);
    // The order of the columns is mirrored.
    const heads = page.getByRole("columnheader");
    expect((await rect(heads.nth(1))).right).toBeLessThan((await rect(heads.nth(0))).right);
    await view.page.getByRole("tab").first().click();
    await view.addScheduleIn("Europe/Warsaw");
    for (const key of ["Opens", "Closes"]) {
      const box = page.getByRole("textbox", { name: view.sentences.say(key) });
      await expect(box).toHaveCSS("direction", "ltr");
    }
  });

  test("a name and an address keep their order in a sentence", async ({ page, portal }) => {
    const view = await open(page, portal, "he", "modal-errors");
    const error = page.getByRole("alert").getByRole("button").first();
    await expect(error).toContainText(`${isolated("no-address")} –`);
    // From right to left: the label, the entry, the error.
    const label = view.sentences.say("TechnicalEmergency");
    const [labelAt, entryAt] = await places(error, [label, "no-address"]);
    expect(entryAt).toBeLessThan(labelAt!);
  });

  test("a schedule in words runs from right to left, with its city in Hebrew", async ({ page, portal }) => {
    const view = new PortalView(page, portal, await Sentences.in("he"));
    await openKeyState(view, { ...KEY_STATES["contact-page"]!, user: { ...amara, role: "reader" }, reach: async () => {} });
    const line = page.getByRole("definition").filter({ hasText: "לונדון" }).locator("bdi");
    await expect(line).toHaveCSS("direction", "rtl");
    const [city, first] = await places(line, ["לונדון", "–"]);
    expect(first).toBeLessThan(city!);
  });
});

test("a Hebrew name keeps its order in English sentences and lists", async ({ page, portal }) => {
  const view = new PortalView(page, portal, await Sentences.in("en"));
  await portal.signIn(page, giulia);
  await addUser(view, `${HEBREW_NAME} (2)`, "noa.cohen@example.com");
  await open(page, portal, "en", "users-tab");
  const row = page.getByRole("row").filter({ hasText: "noa.cohen@example.com" });
  const name = row.getByText(`${HEBREW_NAME} (2)`, { exact: true });
  await expect(name).toHaveCSS("direction", "rtl");
  expect((await rect(name)).x).toBeCloseTo(
    (await rect(row.getByText("noa.cohen@example.com", { exact: true }))).x,
    0,
  );
  // The number is at the end of the name, which is on the left.
  const [number, first] = await places(name, ["(2)", "נועה"]);
  expect(number).toBeLessThan(first!);

  await row.getByRole("button").click();
  const manage = page.getByRole("dialog", { name: HEBREW_NAME });
  const title = manage.getByRole("heading", { level: 2 }).first();
  const [titleNumber, titleFirst] = await places(title, ["(2)", "נועה"]);
  expect(titleNumber).toBeLessThan(titleFirst!);
  expect(titleNumber! - (await rect(manage)).x, "the title starts on the left").toBeLessThan(40);

  await manage.getByRole("button", { name: view.sentences.say("RevokeInvitation") }).click();
  const question = page.getByRole("heading", {
    name: view.sentences.say("RevokeInvitationTitle", { name: `${HEBREW_NAME} (2)` }),
  });
  // The question mark ends the English sentence, so it is on the right of the name.
  const [mark, asked] = await places(question, ["?", "נועה"]);
  expect(mark).toBeGreaterThan(asked!);
});
