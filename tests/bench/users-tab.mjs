// What the Users tab of a locked account with 10,000 users costs the browser: for each action in it,
// the longest task of the page's main thread. Nothing else can happen in the page while a task runs;
// one of more than 50 ms counts as long.

import { find, launch, PORTAL_URL, signedInContext } from "./browser.mjs";
import { FEW_ROUNDS } from "./rounds.mjs";
import { MILLISECONDS, printTable } from "./table.mjs";

const SEARCH = "carvalho";
/** How many rows are scrolled through. */
const FAR = 3_000;
/** A turn of the wheel, in CSS pixels. */
const TURN = 2_400;
/** Milliseconds after which what is shown is looked at again. */
const PAUSE = 50;
const PATIENCE = 60_000;
/** What the list asks, unlike the picker of alert contacts, which asks for fewer. */
const QUESTION = "/users?page_size=100";

/** Runs in the page. */
function shown() {
  const root = document.getElementById("portal").shadowRoot;
  const table = root.querySelector('[role="table"]');
  const isHidden = !table || table.closest("[hidden]") !== null;
  const rows = [...(table?.querySelectorAll('.windowed-body [role="row"]') ?? [])];
  return {
    isHidden,
    total: Number(table?.getAttribute("aria-rowcount") ?? 1) - 1,
    first: rows[0]?.textContent ?? "",
    last: Number(rows.at(-1)?.getAttribute("aria-rowindex") ?? 0),
    dialogs: root.querySelectorAll("dialog[open]").length,
  };
}

/** Waits until what is shown fits. Asks seldom and little: asking is a task of the page too. */
async function until(page, fits) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const now = await page.evaluate(shown);
    if (fits(now)) return;
    if (Date.now() > end) throw new Error(`this stays: ${JSON.stringify(now)}`);
    await page.waitForTimeout(PAUSE);
  }
}

/** Does what makes the portal ask for users, and waits until the answer is shown. */
async function untilAnswered(page, act) {
  const answer = page.waitForResponse((response) => response.url().includes(QUESTION));
  await act();
  const { users, total_size } = await (await answer).json();
  const name = users[0]?.name ?? "";
  await until(page, ({ total, first }) => total === total_size && first.includes(name));
}

/** Where a control is. Found beforehand: finding it by its name would be a task of the page. */
async function middle(control) {
  await control.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await control.boundingBox();
  return [x + width / 2, y + height / 2];
}

/** The longest task of the page's main thread while something is done, in milliseconds: from its
 * start to its end, and how long the processor was at it. The difference is other programs'. */
async function longestTask(browser, page, act) {
  await browser.startTracing(page, { categories: ["__metadata", "toplevel"] });
  await act();
  // What was done last is on screen.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  const { traceEvents: events } = JSON.parse((await browser.stopTracing()).toString());
  const main = events.find(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
  const tasks = events.filter(({ name, pid, tid }) =>
    name === "ThreadControllerImpl::RunTask" && pid === main.pid && tid === main.tid);
  if (tasks.length === 0) throw new Error("the trace has no tasks of the page");
  const longest = (duration) => Math.max(...tasks.map((task) => task[duration] ?? 0)) / 1_000;
  return { time: longest("dur"), processor: longest("tdur") };
}

/** Opens the list where it was not there before. In the locked form it is made when
 * the pointer comes to its tab, and waits behind it. */
async function visitPage(page, measure) {
  await page.goto(`${PORTAL_URL}/portal/?env=sandbox`);
  const link = await middle(page.getByRole("link", { name: "Account and users" }).first());
  await measure("opening the page Account and users", () =>
    untilAnswered(page, () => page.mouse.click(...link)));
}

/** Takes each action in the tab. */
async function visitTab(page, measure) {
  const { keyboard, mouse } = page;
  const table = page.getByRole("table", { name: "Users" });
  const row = table.getByRole("row");
  await page.goto(`${PORTAL_URL}/portal/?env=production`);
  // The form is complete, with what is loaded after its first fields.
  await page.getByRole("group", { name: /^Schedule/u }).first().waitFor();

  const tab = await middle(page.getByRole("tab", { name: "Users" }));
  // The list is made when the pointer comes to the tab.
  await mouse.move(...tab);
  await until(page, ({ total }) => total > FAR);
  await measure("opening the tab", async () => {
    await mouse.click(...tab);
    await until(page, ({ isHidden }) => !isHidden);
  });

  const search = await middle(page.getByRole("textbox", { name: "Search by name or email" }));
  await mouse.click(...search);
  await measure("searching, letter by letter", async () => {
    for (const letter of SEARCH) await untilAnswered(page, () => keyboard.press(letter));
    for (const _ of SEARCH) await untilAnswered(page, () => keyboard.press("Backspace"));
  });

  await mouse.move(...(await middle(row.nth(2))));
  await measure(`scrolling through ${FAR} rows`, async () => {
    const end = Date.now() + PATIENCE;
    for (let last = 0; last < FAR; last = (await page.evaluate(shown)).last) {
      if (Date.now() > end) throw new Error(`scrolling ends at row ${last}`);
      await mouse.wheel(0, TURN);
    }
  });

  for (const column of ["Role", "Name", "Status"]) {
    const head = await middle(table.getByRole("button", { name: column, exact: true }));
    await measure(`sorting by ${column.toLowerCase()}, both ways`, async () => {
      for (const _ of [1, 2]) await untilAnswered(page, () => mouse.click(...head));
    });
  }

  const dialogs = [
    ["Add user", page.getByRole("button", { name: "Add user" })],
    ["Manage", row.nth(3).getByRole("button")],
  ];
  for (const [name, button] of dialogs) {
    const place = await middle(button);
    await measure(`opening and closing ${name}`, async () => {
      await mouse.click(...place);
      await until(page, ({ dialogs }) => dialogs === 2);
      await keyboard.press("Escape");
      await until(page, ({ dialogs }) => dialogs === 1);
    });
  }
}

const user = await find(({ account_name: name, role }) =>
  name === "Wanderlight Tours" && role === "administrator");
const browser = await launch();
const measured = new Map();
try {
  for (let run = 0; run < FEW_ROUNDS; run += 1) {
    for (const visit of [visitPage, visitTab]) {
      const context = await signedInContext(browser, user);
      const page = await context.newPage();
      await visit(page, async (name, act) => {
        const longest = await longestTask(browser, page, act);
        measured.set(name, [...(measured.get(name) ?? []), longest]);
      });
      await context.close();
    }
  }
  const rows = [...measured].flatMap(([name, tasks]) => [
    { name, ours: tasks.map(({ time }) => time) },
    { name: `${name}, on the processor`, ours: tasks.map(({ processor }) => processor) },
  ]);
  printTable("longest task of the page", MILLISECONDS, rows, FEW_ROUNDS);
} finally {
  await browser.close();
}
