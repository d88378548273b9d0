// How long a user waits, from the start of the navigation until the first field of the required
// information can be typed into. `cargo xtask bench` sets CHROMIUM and PORTAL_URL.

import { chromium, expect } from "@playwright/test";

const RUNS = 15;
const FIELD = "Technical emergency contacts";
const { CHROMIUM, PORTAL_URL } = process.env;

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

async function signedInContext(browser, user) {
  const context = await browser.newContext({ locale: "en-US" });
  const response = await context.request.post(`${PORTAL_URL}/api/v1/demo/session`, {
    headers: { "x-partner-portal": "1" },
    data: { user_id: user.user_id },
  });
  if (!response.ok()) throw new Error(`signing in: ${response.status()}`);
  await context.addInitScript(watch, FIELD);
  return context;
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

function report(name, times) {
  const sorted = times.toSorted((a, b) => a - b);
  const [least, median, most] = [0, Math.floor(sorted.length / 2), sorted.length - 1].map(
    (index) => `${sorted[index].toFixed(0)} ms`,
  );
  console.log(`${name}: median ${median} (${least} to ${most}, ${times.length} runs)`);
}

const { users } = await (await fetch(`${PORTAL_URL}/api/v1/demo/users`)).json();
const user = users.find(({ complete, role }) => !complete && role === "editor");
const browser = await chromium.launch({
  executablePath: CHROMIUM,
  chromiumSandbox: process.getuid?.() !== 0,
  args: [
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
try {
  // Not counted: the browser's own first start, and the server's.
  const first = await signedInContext(browser, user);
  await visit(first);
  await first.close();

  const cold = [];
  for (let run = 0; run < RUNS; run += 1) {
    const context = await signedInContext(browser, user);
    cold.push(await visit(context));
    await context.close();
  }
  report("empty cache", cold);

  const context = await signedInContext(browser, user);
  await visit(context);
  const warm = [];
  for (let run = 0; run < RUNS; run += 1) warm.push(await visit(context));
  report("filled cache", warm);
} finally {
  await browser.close();
}
