// How long the form takes to show a keystroke, when it is as full as it can be in practice: 20
// addresses in every list and 10 schedules. And how long the list of time zones takes to open.
// The time until the next frame is on screen, and how much of it is work: the rest is waiting for
// the screen, which shows a frame every 16.7 ms however little there is to do.

import { expect } from "@playwright/test";

import { find, launch, PORTAL_URL, report, signedInContext } from "./browser.mjs";
import { workOf } from "./work.mjs";

const KEYSTROKES = 120;
const OPENINGS = 20;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const ZONES = [
  "Europe/Warsaw",
  "America/New_York",
  "Asia/Kolkata",
  "Asia/Tokyo",
  "Australia/Lord_Howe",
  "America/Sao_Paulo",
  "Asia/Jerusalem",
  "Europe/Rome",
  "Africa/Cairo",
  "Pacific/Auckland",
];

const addresses = (name) => Array.from({ length: 20 }, (_, at) => `${name}-${at}@example.com`);

const FULL = {
  technical_emergency: addresses("emergency"),
  technical_non_emergency: addresses("technical"),
  merchant_issues: addresses("merchants"),
  operational_platform: addresses("platform"),
  operational_shared: "support@example.com",
  operational_support: ZONES.map((time_zone) => ({
    time_zone,
    hours: [
      { days: ["monday", "tuesday", "wednesday", "thursday"], opens: "08:00", closes: "12:30" },
      { days: ["monday", "tuesday", "wednesday", "thursday"], opens: "13:30", closes: "18:00" },
      { days: ["friday", "saturday"], opens: "22:00", closes: "06:00" },
    ],
  })),
};

/** Fills the account's contact information up. */
async function fill(context, account) {
  const path = `${PORTAL_URL}/api/v1/accounts/${account}/contact-information`;
  const response = await context.request.get(path);
  const { contact_information } = await response.json();
  const saved = await context.request.put(`${path}?environment=sandbox`, {
    headers: { "x-partner-portal": "1", "if-match": response.headers().etag },
    data: { ...FULL, alert_contacts: contact_information.alert_contacts },
  });
  if (!saved.ok()) throw new Error(`filling in: ${saved.status()}`);
}

/** Runs in the page: notes, for each event of a kind, when the next frame after it is on screen. */
function watch(kind) {
  globalThis.frames = [];
  addEventListener(
    kind,
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        // A message that is posted before a frame is painted arrives after it.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => frames.push(performance.now() - timeStamp);
        port2.postMessage(null);
      });
    },
    { capture: true },
  );
}

/** Milliseconds from each keystroke to the frame that shows it. */
async function type(page, control) {
  await control.focus();
  await page.evaluate(() => (globalThis.frames = []));
  for (let stroke = 0; stroke < KEYSTROKES; stroke += 1) {
    // A box that grows without end is nobody's.
    const key = stroke % 2 ? "Backspace" : LETTERS[stroke % LETTERS.length];
    await page.keyboard.press(key);
    await page.waitForFunction((count) => frames.length >= count, stroke + 1);
  }
  return page.evaluate(() => frames);
}

/** Milliseconds from the click to the frame with the list of time zones. */
async function open(page, picker, zones) {
  await page.evaluate(() => (globalThis.frames = []));
  await picker.click();
  await page.waitForFunction(() => frames.length > 0);
  await expect(zones.getByRole("option").first()).toBeVisible();
  const [time] = await page.evaluate(() => frames);
  await page.keyboard.press("Escape");
  await expect(zones).toBeHidden();
  return time;
}

const user = await find(({ complete, role, account_name: name }) =>
  complete && role === "administrator" && name === "Northgate Tables");
const browser = await launch();
try {
  const context = await signedInContext(browser, user);
  await fill(context, user.account_id);
  const page = await context.newPage();
  await page.goto(`${PORTAL_URL}/portal/configuration/contact-information`);
  const last = page.getByRole("group", { name: /^Schedule \P{L}*10\P{L}*$/u });
  await expect(last).toBeVisible();
  await page.evaluate(watch, "keydown");
  const box = (name) => page.getByRole("textbox", { name, exact: true });
  const picker = last.getByRole("combobox", { name: "Time zone" });
  const controls = [
    ["a list of addresses", box("Technical emergency contacts")],
    ["the shared address", box("Operational contact (to share with users)")],
    ["an opening time", last.getByRole("textbox", { name: "Opens" }).first()],
    ["the search for a time zone", picker],
  ];
  for (const [name, control] of controls) {
    report(`a keystroke in ${name}`, await type(page, control), 1);
    report("  of it work", await workOf(browser, page, () => type(page, control)), 1);
  }
  await page.keyboard.press("Escape");
  await page.evaluate(watch, "pointerdown");
  const zones = page.getByRole("listbox", { name: "Time zones" });
  const openings = [];
  // Each visit of the box opens the whole list: nothing is typed.
  await picker.fill("");
  for (let time = 0; time < OPENINGS; time += 1) openings.push(await open(page, picker, zones));
  report("opening the list of time zones", openings, 1);
} finally {
  await browser.close();
}
