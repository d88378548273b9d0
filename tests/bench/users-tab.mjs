// Measures the longest task of the main thread for each action in the Users tab of a locked account with
// 10,000 users. The page cannot react while a task runs. A task of more than 50 ms counts as long.

import { find, launch, PORTAL_URL, signedInContext } from "./browser.mjs";
import { FEW_ROUNDS } from "./rounds.mjs";
import { MILLISECONDS, printTable } from "./table.mjs";

const SEARCH = "carvalho";
/** The number of rows to scroll through. */
const FAR = 3_000;
/** The distance of one turn of the wheel, in CSS pixels. */
const TURN = 2_400;
/** Milliseconds between two looks at the page. */
const PAUSE = 50;
const PATIENCE = 60_000;
/** The request of the list. The picker of alert contacts requests smaller pages. */
const QUESTION = "/users?page_size=100";

/** Returns the state of the list of users. Runs in the page. */
function shown() {
  const root = document.getElementById("portal").shadowRoot;
  const table = root.querySelector('[role="table"]');
  const isHidden = !table || table.closest("[hidden]") !== null;
  const rows = [...(table?.querySelectorAll('.virtual-list-body [role="row"]') ?? [])];
  return {
    isHidden,
    total: Number(table?.getAttribute("aria-rowcount") ?? 1) - 1,
    first: rows[0]?.textContent ?? "",
    last: Number(rows.at(-1)?.getAttribute("aria-rowindex") ?? 0),
    dialogs: root.querySelectorAll("dialog[open]").length,
  };
}

/** Waits until `fits` holds for the list. Looks rarely, because each look is a task of the page too. */
async function until(page, fits) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const now = await page.evaluate(shown);
    if (fits(now)) return;
    if (Date.now() > end) throw new Error(`this stays: ${JSON.stringify(now)}`);
    await page.waitForTimeout(PAUSE);
  }
}

/** Runs `act`, which makes the portal request users, and waits until the response is shown. */
async function untilAnswered(page, act) {
  const answer = page.waitForResponse((response) => response.url().includes(QUESTION));
  await act();
  const { users, total_size } = await (await answer).json();
  const name = users[0]?.name ?? "";
  await until(page, ({ total, first }) => total === total_size && first.includes(name));
}

/**
 * Returns the centre of a control. It is looked up before a measurement, because the look-up is a task
 * of the page.
 */
async function middle(control) {
  await control.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await control.boundingBox();
  return [x + width / 2, y + height / 2];
}

/**
 * Runs `act` and returns the longest task of the main thread during it, in milliseconds: its elapsed
 * time and its processor time. The difference was spent on other programs.
 */
async function longestTask(browser, page, act) {
  await browser.startTracing(page, { categories: ["__metadata", "toplevel"] });
  await act();
  // Waits until the result of the last action is painted.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  const { traceEvents: events } = JSON.parse((await browser.stopTracing()).toString());
  const main = events.find(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
  const tasks = events.filter(({ name, pid, tid }) =>
    name === "ThreadControllerImpl::RunTask" && pid === main.pid && tid === main.tid);
  if (tasks.length === 0) throw new Error("the trace has no tasks of the page");
  const longest = (duration) => Math.max(...tasks.map((task) => task[duration] ?? 0)) / 1_000;
  return { time: longest("dur"), processor: longest("tdur") };
}

/**
 * Measures opening the list where it has not been drawn before. In the locked form, in contrast, it is
 * drawn in the hidden tab panel as soon as the pointer reaches its tab.
 */
async function visitPage(page, measure) {
  await page.goto(`${PORTAL_URL}/portal/?env=sandbox`);
  const link = await middle(page.getByRole("link", { name: "Account and users" }).first());
  await measure("opening the page Account and users", () =>
    untilAnswered(page, () => page.mouse.click(...link)));
}

/** Measures each action in the tab. */
async function visitTab(page, measure) {
  const { keyboard, mouse } = page;
  const table = page.getByRole("table", { name: "Users" });
  const row = table.getByRole("row");
  await page.goto(`${PORTAL_URL}/portal/?env=production`);
  // Waits for the complete form, including the parts that load after the first fields.
  await page.getByRole("group", { name: /^Schedule/u }).first().waitFor();

  const tab = await middle(page.getByRole("tab", { name: "Users" }));
  // The list is drawn when the pointer reaches the tab.
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
