// A portal that comes and goes again and again, at any moment, holds on to nothing.

import { ContactForm } from "./contact_form.ts";
import { counts, expectNoMoreThan } from "./counts.ts";
import { expect, type Page, test } from "./fixtures.ts";
import { holdBack } from "./hold_back.ts";
import { amara, giulia } from "./people.ts";
import { Shell, type ShellWindow } from "./shell.ts";
import { UsersPanel } from "./users_panel.ts";

interface TimerWindow {
  /** Those that are set and have neither come nor been cleared, with their delays. */
  timers: Map<number, number>;
}

/** Lets every page from now on count its timers. */
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

test("taken away at any moment of its start, the portal breaks nothing", async ({ page, portal }) => {
  const uncaught: string[] = [];
  page.on("pageerror", (error) => uncaught.push(error.message));
  await portal.signIn(page, giulia);
  const shell = await Shell.open(page, portal);
  await page.evaluate(async () => {
    const { entry } = window as unknown as ShellWindow;
    const element = document.getElementById("one")!;
    // Longer than a portal takes to have all that it loads.
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

test("taken away while a save waits, the portal breaks nothing", async ({ page, portal }) => {
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

test("twenty times mounted and unmounted, everything is as after the first time", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, giulia);
  await countTimers(page);
  const shell = await Shell.open(page, portal);
  /** Each time all of it is drawn: its parts come one after the other. */
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
  // The first time ends when all that a portal ever loads beside the first view has come.
  const tables = page.waitForResponse(/\/tables-[0-9a-f]+\.wasm$/);
  await mountWhole();
  await (await tables).finished();
  await shell.unmount("one");
  for (let times = 0; times < 3; times += 1) await cycle();
  const first = await counts(page);
  for (let times = 0; times < 20; times += 1) await cycle();
  await expectNoMoreThan(page, first);
  expect(
    await page.evaluate(() => [...(window as unknown as TimerWindow).timers.values()]),
  ).toEqual([]);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  // A colleague's change reaches every portal that watches within two seconds: nobody does.
  const person = await portal.person({ account: "Bella Vista Bookings", role: "editor" });
  await person.api("GET", "/session");
  expect(asked).toEqual([]);
});
