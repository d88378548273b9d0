// How long a user waits, from the start of the navigation until the first field of the required
// information can be typed into.

import { expect } from "@playwright/test";

import { find, launch, PORTAL_URL, report, signedInContext } from "./browser.mjs";

const RUNS = 15;
const FIELD = "Technical emergency contacts";

/** Runs in the page before anything else: notes when the field first takes the focus. */
function watch(name) {
  const nameOf = (field) => {
    const ids = field.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
    const labels = ids.map((id) => field.getRootNode().getElementById(id)).concat([...field.labels]);
    return labels.map((label) => label?.textContent ?? "").join(" ") + field.ariaLabel;
  };
  const look = () => {
    const root = document.getElementById("portal")?.shadowRoot;
    const fields = root?.querySelectorAll("dialog[open] :is(input, textarea)") ?? [];
    const field = [...fields].find((candidate) => nameOf(candidate).includes(name));
    if (field && !field.disabled) {
      field.focus();
      if (root.activeElement === field) {
        globalThis.firstField = performance.now();
        return;
      }
    }
    requestAnimationFrame(look);
  };
  look();
}

/** Milliseconds, by the page's own clock, which starts with the navigation. */
async function visit(context) {
  const page = await context.newPage();
  await page.goto(`${PORTAL_URL}/portal`, { waitUntil: "commit" });
  const time = await page.waitForFunction(() => globalThis.firstField, null, { timeout: 30_000 });
  // What was measured is what an assistive technology finds by its name.
  const field = page.getByRole("dialog").getByRole("textbox", { name: FIELD });
  await expect(field).toBeEnabled();
  await expect(field).toBeFocused();
  const milliseconds = await time.jsonValue();
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
