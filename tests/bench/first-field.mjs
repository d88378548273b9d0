// Measures the time until the first field can be typed into and until the first content is painted: on a
// first visit, and on a second one with the caches filled by the first.

import { expect } from "@playwright/test";

import { launch } from "./browser.mjs";
import { firstContentfulPaint, seen, TEXT_FIELD } from "./probe.mjs";
import { PLAIN, PROFILES, SLOW_LINE } from "./profiles.mjs";
import { alternate } from "./rounds.mjs";
import { MILLISECONDS, printTable } from "./table.mjs";
import { FLOOR, leave, LOCKED_PORTAL, newVisitor, visit } from "./visit.mjs";

/** The limit for the first field on an empty cache, as a ratio to the floor. */
const LIMITS = new Map([[PLAIN, 2.2], [SLOW_LINE, 2.1]]);

/** Measures a visit. The page stays open. */
async function measureVisit(context, subject, profile) {
  const visited = await visit(context, subject, profile, TEXT_FIELD);
  const { page } = visited;
  const field = await seen(page);
  const paint = await firstContentfulPaint(page);
  // Checks that the probe found the right field.
  await expect(page.getByRole("textbox", { name: subject.field })).toBeFocused();
  return { visited, field, paint };
}

async function measure(browser, subject, profile) {
  const context = await newVisitor(browser, subject);
  const empty = await measureVisit(context, subject, profile);
  await leave(empty.visited, subject);
  const filled = await measureVisit(context, subject, profile);
  await context.close();
  return {
    "empty cache": empty.field,
    "filled cache": filled.field,
    "empty cache, first paint": empty.paint,
    "filled cache, first paint": filled.paint,
  };
}

const browser = await launch();
try {
  // A warm-up that is not counted: the first start of the browser's processes and of the server's.
  for (const subject of [LOCKED_PORTAL, FLOOR]) await measure(browser, subject, PLAIN);
  const [fields, paints] = [[], []];
  for (const profile of PROFILES) {
    const figures = await alternate({
      ours: () => measure(browser, LOCKED_PORTAL, profile),
      floor: () => measure(browser, FLOOR, profile),
    });
    for (const cache of ["empty cache", "filled cache"]) {
      const name = `${profile.name}, ${cache}`;
      const maxRatio = cache === "empty cache" ? LIMITS.get(profile) : undefined;
      fields.push({ name, ...figures[cache], maxRatio });
      paints.push({ name, ...figures[`${cache}, first paint`] });
    }
  }
  printTable("first field usable", MILLISECONDS, fields);
  printTable("first contentful paint", MILLISECONDS, paints);
} finally {
  await browser.close();
}
