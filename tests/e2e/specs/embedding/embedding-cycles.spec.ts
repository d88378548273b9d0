// Tests that a portal that is mounted and unmounted repeatedly, at any moment, leaks nothing.

import { ContactForm } from "../../support/contact_form.ts";
import { expect, type Page, test } from "../../support/fixtures.ts";
import { holdBack } from "../../support/hold_back.ts";
import { expectNoLeaks, liveObjects } from "../../support/leaks.ts";
import { amara, giulia } from "../../support/people.ts";
import { Shell, type ShellWindow } from "../../support/shell/shell.ts";
import { UsersPanel } from "../../support/users_panel.ts";

interface TimerWindow {
  /** The delay of each timer that is pending, by its id. */
  timers: Map<number, number>;
}

/** Makes every document that the page loads from now on record its pending timers. */
async function countTimers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const timers = new Map<number, number>();
    Object.assign(window, { timers });
    const { setTimeout, clearTimeout, setInterval, clearInterval } = window;
    Object.assign(window, {
      setTimeout: (task: () => void, delay = 0) => {
        const timer = setTimeout(() => {
          timers.delete(timer);
          task();
        }, delay);
        timers.set(timer, delay);
        return timer;
      },
      setInterval: (task: () => void, delay = 0) => {
        const timer = setInterval(task, delay);
        timers.set(timer, delay);
        return timer;
      },
      clearTimeout: (timer: number) => {
        timers.delete(timer);
        clearTimeout(timer);
      },
      clearInterval: (timer: number) => {
        timers.delete(timer);
        clearInterval(timer);
      },
    });
  });
}

test("a portal that is unmounted at any moment of its start breaks nothing", async ({ page, portal }) => {
  const uncaught: string[] = [];
  page.on("pageerror", (error) => uncaught.push(error.message));
  await portal.signIn(page, giulia);
  const shell = await Shell.open(page, portal);
  await page.evaluate(async () => {
    const { entry } = window as unknown as ShellWindow;
    const element = document.getElementById("one")!;
    // The longest of these delays is longer than a portal takes to load everything.
    for (let moment = 0; moment < 600; moment += 20) {
      const handle = await entry.mount(element, { apiBase: "/api/v1", basePath: "/partners" });
      await new Promise((resolve) => setTimeout(resolve, moment));
      handle.unmount();
    }
  });
  await shell.mount("one");
  await expect(page.getByRole("button", { name: "Add schedule" })).toBeVisible();
  const dialog = page.getByRole("dialog", { name: "Required information" });
  await expect(dialog.getByRole("combobox", { name: "Language" })).toBeVisible();
  expect(uncaught).toEqual([]);
});

test("a portal that is unmounted while a save is pending breaks nothing", async ({ page, portal }) => {
  const uncaught: string[] = [];
  page.on("pageerror", (error) => uncaught.push(error.message));
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal, "/partners/configuration/contact-information");
  const release = await holdBack(page, "**/tables-*.wasm");
  const asked = page.waitForRequest("**/tables-*.wasm");
  await shell.mount("one");
  const form = new ContactForm(page);
  await form.type("Technical emergency contacts", "more@example.com");
  await asked;
  await form.save.press("Enter");
  await expect(form.save).toHaveAttribute("aria-busy", "true");
  await shell.unmount("one");
  release();
  await shell.mount("one");
  await form.isWhole();
  await expect(form.save).toBeEnabled();
  await form.hasTables();
  expect(uncaught).toEqual([]);
  expect(await shell.events("error")).toEqual([]);
});

test("a portal that is mounted and unmounted twenty times leaves no more behind than the first time", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, giulia);
  await countTimers(page);
  const shell = await Shell.open(page, portal);
  /** Mounts the portal and waits for all of its parts, which appear one after the other. */
  const mountWhole = async () => {
    await shell.mount("one");
    await expect(new ContactForm(page).shared).toHaveValue("support@bellavista.example.com");
    await expect(page.getByRole("button", { name: "Add schedule" })).toBeVisible();
    await page.getByRole("tab", { name: "Users" }).press("Enter");
    await new UsersPanel(page).row("@").first().waitFor();
  };
  const cycle = async () => {
    await mountWhole();
    await shell.unmount("one");
    await shell.unmount("one");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  };
  // The first time waits for the tables too, which load after the first view.
  const tables = page.waitForResponse(/\/tables-[0-9a-f]+\.wasm$/);
  await mountWhole();
  await (await tables).finished();
  await shell.unmount("one");
  for (let times = 0; times < 3; times += 1) await cycle();
  const first = await liveObjects(page);
  for (let times = 0; times < 20; times += 1) await cycle();
  await expectNoLeaks(page, first);
  expect(
    await page.evaluate(() => [...(window as unknown as TimerWindow).timers.values()]),
  ).toEqual([]);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  // No portal sends requests any more, not even to watch for changes by a colleague.
  const person = await portal.person({ account: "Bella Vista Bookings", role: "editor" });
  await person.api("GET", "/session");
  expect(asked).toEqual([]);
});
