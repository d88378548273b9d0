// How long a user waits, from the start of the navigation until the first field of the required
// information can be typed into.

import { find, launch, PORTAL_URL, report, signedInContext } from "./browser.mjs";
import { FIELD, fieldTime, watch } from "./field.mjs";

const RUNS = 15;

/** Milliseconds, by the page's own clock, which starts with the navigation. */
async function visit(context) {
  const page = await context.newPage();
  await page.goto(`${PORTAL_URL}/portal`, { waitUntil: "commit" });
  const milliseconds = await fieldTime(page);
  await page.close();
  return milliseconds;
}

const user = await find(({ complete, role }) => !complete && role === "editor");
const browser = await launch();
const signedIn = async () => {
  const context = await signedInContext(browser, user);
  await context.addInitScript(watch, FIELD);
  return context;
};
try {
  // Not counted: the browser's own first start, and the server's.
  const first = await signedIn();
  await visit(first);
  await first.close();

  const cold = [];
  for (let run = 0; run < RUNS; run += 1) {
    const context = await signedIn();
    cold.push(await visit(context));
    await context.close();
  }
  report("first field, empty cache", cold);

  const context = await signedIn();
  await visit(context);
  const warm = [];
  for (let run = 0; run < RUNS; run += 1) warm.push(await visit(context));
  report("first field, filled cache", warm);
} finally {
  await browser.close();
}
