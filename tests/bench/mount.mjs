// Measures the time from a shell's call of `mount` until the first field can be typed into, on a loaded
// page and with the files in the browser's cache, and then a second time on the same page.

import { expect } from "@playwright/test";

import { launch } from "./browser.mjs";
import { lookFor, seen, TEXT_FIELD } from "./probe.mjs";
import { PLAIN } from "./profiles.mjs";
import { alternate } from "./rounds.mjs";
import { MILLISECONDS, printTable } from "./table.mjs";
import { LOCKED_PORTAL, newVisitor, visit } from "./visit.mjs";

/**
 * The document that serves as the shell. Any one of this origin would do if it has no scripts or fields.
 */
const SHELL = { path: "/demo/sign-in.css" };

/** Mounts a portal and records the time of the call. Runs in the page. */
async function mountPortal() {
  const { mount } = await import("/partner-portal.js");
  globalThis.mounted?.unmount();
  document.getElementById("portal")?.remove();
  const element = document.createElement("div");
  element.id = "portal";
  document.body.append(element);
  globalThis.mountedAt = performance.now();
  const options = { apiBase: "/api/v1", basePath: "/portal", path: "/portal/", onNavigate() {} };
  globalThis.mounted = await mount(element, options);
}

/** Waits until the network is quiet and returns the milliseconds from the call to the first field. */
async function measureMount({ page, traffic }) {
  await traffic.quiet();
  await page.evaluate(mountPortal);
  await lookFor(page, TEXT_FIELD);
  const field = (await seen(page)) - (await page.evaluate(() => globalThis.mountedAt));
  await expect(page.getByRole("textbox", { name: LOCKED_PORTAL.field })).toBeFocused();
  return field;
}

const browser = await launch();
try {
  const context = await newVisitor(browser, LOCKED_PORTAL);
  const measure = async () => {
    const shell = await visit(context, SHELL, PLAIN, TEXT_FIELD);
    const fresh = await measureMount(shell);
    const again = await measureMount(shell);
    await shell.page.close();
    return { fresh, again };
  };
  // A warm-up that is not counted: it fills the cache.
  await measure();
  const { fresh, again } = await alternate({ ours: measure });
  printTable("mount to first field, filled cache", MILLISECONDS, [
    { name: "the first time on the page", ...fresh },
    { name: "a second time on the page", ...again },
  ]);
} finally {
  await browser.close();
}
