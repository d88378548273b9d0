// How long a shell waits: from its call of `mount` until the first field can be typed into, on a page
// that is there and with the files in the browser's cache; and the same again on the same page.

import { find, launch, PORTAL_URL, report, signedInContext } from "./browser.mjs";
import { FIELD, fieldTime, watch } from "./field.mjs";

const RUNS = 15;

/** Runs in the page: mounts a portal and notes when. */
async function mountPortal() {
  const { mount } = await import("/partner-portal.js");
  globalThis.mounted?.unmount();
  document.getElementById("portal")?.remove();
  const element = document.createElement("div");
  element.id = "portal";
  document.body.append(element);
  globalThis.firstField = undefined;
  globalThis.mountedAt = performance.now();
  const options = { apiBase: "/api/v1", basePath: "/portal", path: "/portal/", onNavigate() {} };
  globalThis.mounted = await mount(element, options);
}

/** Lets the page come to rest, as one is on which somebody chooses to open the portal. */
const settle = (page) => page.waitForLoadState("networkidle");

/** Milliseconds from the call. */
async function measure(page) {
  await settle(page);
  await page.evaluate(mountPortal);
  await page.evaluate(watch, FIELD);
  return (await fieldTime(page)) - (await page.evaluate(() => globalThis.mountedAt));
}

const user = await find(({ complete, role }) => !complete && role === "editor");
const browser = await launch();
try {
  const context = await signedInContext(browser, user);
  const open = async () => {
    const page = await context.newPage();
    // Any document of the same origin is a shell; this one has nothing to do of its own.
    await page.goto(`${PORTAL_URL}/demo/sign-in.css`);
    return page;
  };
  const first = await open();
  await measure(first);
  await first.close();

  const [fresh, again] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    const page = await open();
    fresh.push(await measure(page));
    again.push(await measure(page));
    await page.close();
  }
  report("mount to first field, filled cache", fresh);
  report("mount to first field, a second time on the page", again);
} finally {
  await browser.close();
}
