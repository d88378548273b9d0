// Measures the time until the heading of the page is painted in an open account, on a second visit. The
// floor is the heading of a static page.

import { expect } from "@playwright/test";

import { launch } from "./browser.mjs";
import { HEADING, seen } from "./probe.mjs";
import { PLAIN, PROFILES } from "./profiles.mjs";
import { alternate } from "./rounds.mjs";
import { MILLISECONDS, printTable } from "./table.mjs";
import { FLOOR, leave, newVisitor, OPEN_PORTAL, visit } from "./visit.mjs";

async function measure(browser, subject, profile) {
  const context = await newVisitor(browser, subject);
  const first = await visit(context, subject, PLAIN, HEADING);
  await seen(first.page);
  await leave(first, subject);
  const { page } = await visit(context, subject, profile, HEADING);
  const heading = await seen(page);
  await expect(page.getByRole("heading", { level: 1, name: subject.heading })).toBeVisible();
  await context.close();
  return { heading };
}

const browser = await launch();
try {
  // A warm-up that is not counted: the first start of the browser's processes and of the server's.
  for (const subject of [OPEN_PORTAL, FLOOR]) await measure(browser, subject, PLAIN);
  const rows = [];
  for (const profile of PROFILES) {
    const { heading } = await alternate({
      ours: () => measure(browser, OPEN_PORTAL, profile),
      floor: () => measure(browser, FLOOR, profile),
    });
    rows.push({ name: profile.name, ...heading });
  }
  printTable("heading of an open page, filled cache", MILLISECONDS, rows);
} finally {
  await browser.close();
}
