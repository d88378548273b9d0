// Measures how long the list of all time zones takes to open, on a processor slowed down to a quarter:
// from the click to the frame that shows it.

import { expect } from "@playwright/test";

import { launch } from "./browser.mjs";
import { interactionTimes } from "./interactions.mjs";
import { HEADING } from "./probe.mjs";
import { PLAIN, SLOW_CPU, throttle } from "./profiles.mjs";
import { alternate, FEW_ROUNDS } from "./rounds.mjs";
import { MILLISECONDS, printTable } from "./table.mjs";
import { newVisitor, OPEN_PORTAL, visit } from "./visit.mjs";

const FORM = { ...OPEN_PORTAL, path: "/portal/configuration/contact-information" };

async function measure(browser) {
  const context = await newVisitor(browser, FORM);
  const { page, traffic } = await visit(context, FORM, PLAIN, HEADING);
  const picker = page.getByRole("combobox", { name: "Time zone" }).first();
  await picker.waitFor();
  await traffic.quiet();
  // The list is filtered by the text in the box, so an empty box shows all time zones.
  await picker.fill("");
  await page.keyboard.press("Escape");
  await throttle(page, SLOW_CPU);
  const zones = page.getByRole("listbox", { name: "Time zones" });
  const times = await interactionTimes(page, 1, async () => {
    await picker.click();
    await expect(zones.getByRole("option").first()).toBeVisible();
  });
  await context.close();
  return { opening: Math.max(...times) };
}

const browser = await launch();
try {
  const { opening } = await alternate({ ours: () => measure(browser) }, FEW_ROUNDS);
  printTable("interaction to next paint, CPU/4", MILLISECONDS, [
    { name: "opening the list of time zones", ...opening },
  ], FEW_ROUNDS);
} finally {
  await browser.close();
}
