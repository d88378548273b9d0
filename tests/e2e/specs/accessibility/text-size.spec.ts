// Tests that the portal follows the text size chosen in the browser, whatever the host page does.

import { ContactForm } from "../../support/contact_form.ts";
import { NO_CHROMIUM_SWITCHES } from "../../support/firefox_limits.ts";
import { expect, type Page, test } from "../../support/fixtures.ts";
import { amara, giulia } from "../../support/people.ts";
import { heading, Shell } from "../../support/shell/shell.ts";
import { UsersPanel } from "../../support/users_panel.ts";

/** The chosen text size in pixels. The default of browsers is 16. */
const CHOSEN = 24;
/** The sizes of the portal's text in a browser with the default of 16 pixels. */
const DESIGNED = [12, 14, 16, 18, 22];

test.skip(({ browserName }) => browserName === "firefox", NO_CHROMIUM_SWITCHES);

test.use({
  launchOptions: [
    async ({ launchOptions }, use) => {
      const args = [...(launchOptions.args ?? []), `--blink-settings=defaultFontSize=${CHOSEN}`];
      await use({ ...launchOptions, args });
    },
    { scope: "worker" },
  ],
});

/** Returns the sizes of all visible text, converted to a browser with the default of 16 pixels. */
const sizes = (page: Page) =>
  page.evaluate((chosen) => {
    const found = new Set<number>();
    const root = document.querySelector("#portal, #one")!.shadowRoot!;
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const around = text.parentElement!;
      if (text.textContent!.trim() === "" || !around.checkVisibility()) continue;
      found.add((Number.parseFloat(getComputedStyle(around).fontSize) * 16) / chosen);
    }
    return [...found].map((size) => Math.round(size * 10) / 10).sort((a, b) => a - b);
  }, CHOSEN);

test("the text of the form grows with the text size of the browser", async ({ page, portal }) => {
  await portal.signIn(page, giulia);
  await page.goto("/portal/");
  const form = new ContactForm(page);
  await form.isWhole();
  await form.type("Technical emergency contacts", "oncall@example.com");
  await form.addSchedule("Europe/Warsaw");
  await form.submit.click();
  await expect(form.summary).toBeVisible();
  expect(DESIGNED).toEqual(expect.arrayContaining(await sizes(page)));
});

for (const path of ["", "configuration/contact-information", "configuration/account-and-users", "help"]) {
  test(`the text of the page /${path} grows with the text size of the browser`, async ({ page, portal }) => {
    await portal.signIn(page, amara);
    await page.goto(`/portal/${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(DESIGNED).toEqual(expect.arrayContaining(await sizes(page)));
  });
}

test("a host that makes its own text smaller does not change the portal's", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal);
  await page.addStyleTag({ content: "html { font-size: 62.5% } #one { font-size: 9px }" });
  await shell.mount("one");
  await expect(heading(page, "Home")).toBeVisible();
  expect(await sizes(page)).toContain(14);
  expect(DESIGNED).toEqual(expect.arrayContaining(await sizes(page)));
});

for (const width of [1280, 360]) {
  test(`rows of users are high enough for large text in a window of ${width} px`, async ({ page, portal }) => {
    await page.setViewportSize({ width, height: 800 });
    await portal.signIn(page, amara);
    const users = new UsersPanel(page);
    await users.openPage();
    const rows = page.locator(".virtual-list-slice > .user-row");
    const shapes = await rows.evaluateAll((rows) =>
      rows.map((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return { top, bottom, isCut: row.scrollHeight > row.clientHeight };
      }),
    );
    expect(shapes.length).toBeGreaterThan(2);
    for (const [index, row] of shapes.entries()) {
      expect(row.isCut, `row ${index}`).toBe(false);
      if (index > 0) expect(row.top).toBeCloseTo(shapes[index - 1]!.bottom, 0);
    }
    const body = await page.locator(".virtual-list-body").evaluate((body) => body.clientHeight);
    expect(body).toBeCloseTo(shapes.length * (shapes[0]!.bottom - shapes[0]!.top), 0);
  });
}
