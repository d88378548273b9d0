// Opens the pages to be measured.

import { find, PORTAL_URL, signedInContext } from "./browser.mjs";
import { lookForFromStart } from "./probe.mjs";
import { throttle } from "./profiles.mjs";
import { watchTraffic } from "./traffic.mjs";

/** A locked portal: the form of an account with missing contact information. */
export const LOCKED_PORTAL = {
  path: "/portal/",
  field: "Technical emergency contacts",
  user: ({ complete, role }) => !complete && role === "editor",
};

/** An open portal. */
export const OPEN_PORTAL = {
  path: "/portal/",
  heading: "Home",
  user: ({ complete, account_name: name, role }) =>
    complete && name === "Northgate Tables" && role === "administrator",
};

/**
 * A static page with a heading and one field, as the minimum for this browser, connection and server.
 */
export const FLOOR = {
  path: "/floor.html",
  field: "Email address",
  heading: "Contact information",
  isStatic: true,
};

/** Opens a browser context with an empty cache for visits to a page. */
export async function newVisitor(browser, { user }) {
  return user ? signedInContext(browser, await find(user)) : browser.newContext({ locale: "en-US" });
}

/** Opens a page under a profile, starts looking for a part of it, and counts its traffic. */
export async function visit(context, { path }, profile, part) {
  const page = await context.newPage();
  await lookForFromStart(page, part);
  await throttle(page, profile);
  const traffic = await watchTraffic(page);
  await page.goto(PORTAL_URL + path, { waitUntil: "commit" });
  return { page, traffic };
}

/** Closes a page once everything that it loads by itself is in the caches. */
export async function leave({ page, traffic }, { isStatic }) {
  await page.waitForLoadState();
  if (!isStatic) await traffic.quiet();
  await page.close();
}
