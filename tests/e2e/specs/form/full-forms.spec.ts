// Tests that lists and forms at their limits, or above them, lose no text and stay responsive.

import { chips, paste } from "../../support/address_list.ts";
import { ContactForm } from "../../support/contact_form.ts";
import { expect, test } from "../../support/fixtures.ts";
import { isolated } from "../../support/isolated.ts";
import { amara, COMPLETE_DOCUMENT, hannah, NORTHGATE } from "../../support/people.ts";

const EMERGENCY = "Technical emergency contacts";

test("a pasted megabyte is refused with its size, and the page stays usable", async ({ page, portal }) => {
  await portal.signIn(page, hannah);
  await page.goto("/portal/");
  const form = new ContactForm(page);
  const box = form.box(EMERGENCY);
  await form.type(EMERGENCY, "a@example.com");
  await page.keyboard.type("half");
  for (const [text, size] of [
    ["x".repeat(1 << 20), `entries: ${isolated(1)}, characters: ${isolated(((1 << 20) + 4).toLocaleString("en-US"))}`],
    ["b@c.example\n".repeat(60_000), `entries: ${isolated("60,000")}`],
  ] as const) {
    await paste(page, box, text);
    await expect(page.getByText(`That’s too much in one go (${size}`).first()).toBeVisible();
    await expect(box).toHaveValue("half");
    await expect(chips(box)).toHaveText(["a@example.com"]);
  }
  await page.keyboard.type("@example.com");
  await expect(page.getByText("That’s too much in one go")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(chips(box)).toHaveText(["a@example.com", "half@example.com"]);
});

test("of five hundred pasted addresses a hundred are shown, and one key press removes them all", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, hannah);
  await page.goto("/portal/");
  const form = new ContactForm(page);
  await form.isWhole();
  const box = form.box(EMERGENCY);
  const addresses = Array.from({ length: 500 }, (_, index) => `team-${index}@example.com`);
  await paste(page, box, addresses.join("\n"));
  await expect(page.getByText(`and ${isolated(400)} more`)).toBeVisible();
  await expect(page.getByText(`now there are ${isolated(500)}.`)).toBeVisible();
  await expect(chips(box)).toHaveText(addresses.slice(0, 100));
  await page.keyboard.press("Control+z");
  await expect(chips(box)).toHaveCount(0);
});

test("typing into one list redraws nothing else, even in a full form", async ({
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
  // The chart of the week follows the clock, so the time is fixed.
  await page.clock.setFixedTime("2026-11-18T10:00:00Z");
  await page.goto("/portal/configuration/contact-information?env=production");
  const form = new ContactForm(page);
  await expect(form.schedule(10)).toBeVisible();
  await form.hasTables();
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
    // The field's own twenty chips must not be redrawn either.
    const everything = { subtree: true, childList: true, attributes: true, characterData: true };
    observer.observe(box.closest(".contact-form")!, everything);
    return changes;
  });
  await page.keyboard.type("alf.typed@example");
  await expect(box).toHaveValue("half.typed@example");
  expect(await changes.jsonValue()).toEqual([]);
});
