// Measures a keystroke in a list of addresses, on a processor slowed down to a quarter: the time its
// scripts run, and the time until the frame that shows it.

import { expect } from "@playwright/test";

import { find, launch, PORTAL_URL } from "./browser.mjs";
import { interactionTimes } from "./interactions.mjs";
import { seen, TEXT_FIELD } from "./probe.mjs";
import { PLAIN, SLOW_CPU, throttle } from "./profiles.mjs";
import { alternate, FEW_ROUNDS, percentile } from "./rounds.mjs";
import { scriptTime } from "./script.mjs";
import { MILLISECONDS, printTable } from "./table.mjs";
import { FLOOR, LOCKED_PORTAL, newVisitor, visit } from "./visit.mjs";

const KEYS = 30;
/** Milliseconds between two keys. A fast typist presses eight to ten a second. */
const PACE = 100;
const COUNTS = [10, 100];

/** Types letters and deletes each of them again. */
async function type(page) {
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press(key % 2 ? "Backspace" : "a");
    await page.waitForTimeout(PACE);
  }
}

/** A form of another account, so that the other measurements find no draft. */
const FORM = {
  ...LOCKED_PORTAL,
  user: ({ account_name: name, role }) => name === "Cedar & Stone Wellness" && role === "editor",
};

/** Opens a page at full speed, prepares its first field and measures keystrokes in it. */
async function measure(browser, subject, prepare) {
  const context = await newVisitor(browser, subject);
  await prepare?.discard(context);
  const { page, traffic } = await visit(context, subject, PLAIN, TEXT_FIELD);
  await seen(page);
  await prepare?.fill(page);
  await traffic.quiet();
  await page.getByRole("textbox", { name: subject.field }).focus();
  await throttle(page, SLOW_CPU);
  const times = await interactionTimes(page, KEYS, () => type(page));
  const script = (await scriptTime(browser, page, () => type(page))) / KEYS;
  await context.close();
  return { times, script };
}

/** Returns functions that discard the draft, and that fill the list by pasting `count` addresses. */
const listOf = (count, account) => ({
  async discard(context) {
    const path = `${PORTAL_URL}/api/v1/accounts/${account}/contact-information/draft`;
    const response = await context.request.delete(path, { headers: { "x-partner-portal": "1" } });
    if (!response.ok()) throw new Error(`discarding the draft: ${response.status()}`);
  },
  async fill(page) {
    const addresses = Array.from({ length: count }, (_, at) => `team-${at}@example.com`);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.evaluate((text) => navigator.clipboard.writeText(text), addresses.join("\n"));
    await page.keyboard.press("Control+v");
    await expect(page.getByRole("button", { name: /^Edit / })).toHaveCount(count);
  },
});

const { account_id: account } = await find(FORM.user);
const browser = await launch();
try {
  const forms = COUNTS.map((count) => [count, () => measure(browser, FORM, listOf(count, account))]);
  const { times, script } = await alternate(
    { ...Object.fromEntries(forms), floor: () => measure(browser, FLOOR) },
    FEW_ROUNDS,
  );
  // The percentile is over all rounds, because a single round has too few keys.
  const slowest = (subject) => [percentile(times[subject].flat(), 0.98)];
  printTable("a keystroke, CPU/4", MILLISECONDS, COUNTS.flatMap((count) => [
    { name: `script, ${count} addresses in the list`, ours: script[count] },
    {
      name: `interaction to next paint, 98th percentile, ${count} addresses`,
      ours: slowest(count),
      floor: slowest("floor"),
    },
  ]), FEW_ROUNDS);
} finally {
  await browser.close();
}
