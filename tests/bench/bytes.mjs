// Measures how many bytes a first visit downloads until the form can be used.

import { expect } from "@playwright/test";

import { launch, PORTAL_URL } from "./browser.mjs";
import { ERRORS, lookFor, seen, TEXT_FIELD } from "./probe.mjs";
import { PLAIN, SLOW_LINE } from "./profiles.mjs";
import { alternate, FEW_ROUNDS } from "./rounds.mjs";
import { KILOBYTES, printTable } from "./table.mjs";
import { FLOOR, LOCKED_PORTAL, newVisitor, visit } from "./visit.mjs";

/**
 * Submits the empty form and returns the time at which its errors are painted. The code that checks and
 * saves has loaded by then.
 */
async function submit(page) {
  const button = page.getByRole("button", { name: "Submit", exact: true });
  await button.waitFor();
  await lookFor(page, ERRORS);
  await button.press("Enter");
  const moment = await seen(page);
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toBeVisible();
  return moment;
}

/**
 * Splits each figure into `bodies`, the compressed bodies, and `all`, which includes response headers.
 */
const split = (figures) =>
  Object.fromEntries(Object.entries(figures).flatMap(([name, { bodies, all }]) => [
    [`${name} bodies`, bodies],
    [`${name} all`, all],
  ]));

/** Measures until the first field, until the network is quiet, and after a submit with errors. */
async function measureModal(browser, profile) {
  const context = await newVisitor(browser, LOCKED_PORTAL);
  const { page, traffic } = await visit(context, LOCKED_PORTAL, profile, TEXT_FIELD);
  const field = await traffic.bytes(await seen(page));
  await traffic.quiet();
  const quiet = await traffic.bytes();
  await submit(page);
  await traffic.quiet();
  const submitted = await traffic.bytes();
  await context.close();
  return { field, quiet, submitted };
}

/** Measures until the form checks and saves, for a user who presses Submit as soon as it is shown. */
async function measureSubmit(browser, profile) {
  const context = await newVisitor(browser, LOCKED_PORTAL);
  const { page, traffic } = await visit(context, LOCKED_PORTAL, profile, TEXT_FIELD);
  await seen(page);
  const checked = await traffic.bytes(await submit(page));
  await context.close();
  return { checked };
}

async function measurePortal(browser, profile) {
  const modal = await measureModal(browser, profile);
  return split({ ...modal, ...(await measureSubmit(browser, profile)) });
}

/** Measures a static page, and what it downloads when it imports the entry. */
async function measureFloor(browser, profile) {
  const context = await newVisitor(browser, FLOOR);
  const { page, traffic } = await visit(context, FLOOR, profile, TEXT_FIELD);
  const field = await traffic.bytes(await seen(page));
  await traffic.quiet();
  const quiet = await traffic.bytes();
  await page.evaluate((entry) => import(entry), `${PORTAL_URL}/partner-portal.js`);
  await traffic.quiet();
  const after = await traffic.bytes();
  await context.close();
  const entry = { bodies: after.bodies - quiet.bodies, all: after.all - quiet.all };
  return split({ field, quiet, entry });
}

const KB = KILOBYTES.size;
/** Each figure, the moment at which it ends, and the limit for bodies in bytes. */
const MOMENTS = [
  ["field", "the first field can be typed into", 30 * KB],
  ["checked", "the form checks and saves", 300 * KB],
  ["quiet", "the network is quiet", 420 * KB],
  ["submitted", "it is quiet after a submit with errors"],
];
const ENTRY = 4 * KB;

const browser = await launch();
try {
  const rows = { bodies: [], all: [] };
  let entry;
  for (const profile of [PLAIN, SLOW_LINE]) {
    const figures = await alternate(
      { ours: () => measurePortal(browser, profile), floor: () => measureFloor(browser, profile) },
      FEW_ROUNDS,
    );
    for (const [kind, list] of Object.entries(rows)) {
      for (const [figure, what, limit] of MOMENTS) {
        const max = kind === "bodies" ? limit : undefined;
        list.push({ name: `${profile.name}: until ${what}`, ...figures[`${figure} ${kind}`], max });
      }
    }
    entry = figures;
  }
  // The static floor page serves as the shell that imports the entry.
  const imported = (kind) => ({
    name: "a page that only imports the entry",
    ours: entry[`entry ${kind}`].floor,
  });
  rows.bodies.push({ ...imported("bodies"), max: ENTRY });
  rows.all.push(imported("all"));
  printTable("compressed bodies", KILOBYTES, rows.bodies, FEW_ROUNDS);
  printTable("compressed bodies and response headers", KILOBYTES, rows.all, FEW_ROUNDS);
} finally {
  await browser.close();
}
