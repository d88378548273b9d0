// Tests that the form in the browser and the server accept the same texts and give the same reasons.

import { readFile } from "node:fs/promises";

import { ContactForm } from "../../support/contact_form.ts";
import { NO_SYNTHETIC_PASTE } from "../../support/firefox_limits.ts";
import { expect, type Page, test } from "../../support/fixtures.ts";
import { generatedAddresses } from "../../support/generated_addresses.ts";
import { isolated } from "../../support/isolated.ts";
import { BELLA_VISTA, COMPLETE_DOCUMENT, giulia } from "../../support/people.ts";
import type { Portal } from "../../support/portal.ts";
import { publishedAddresses } from "../../support/published_addresses.ts";

/** Number of lines that are pasted at once. It is small enough for all their entries to be drawn. */
const BATCH = 60;

/** An entry of the list and the reason why it is refused. The reason of a valid entry is `null`. */
interface CheckedEntry {
  text: string;
  reason: string | null;
}

interface RefusedEntry {
  field: string;
  index?: number;
  code: string;
  params?: { first?: number };
}

const sentences = JSON.parse(
  await readFile(new URL("../../../../src/i18n/locales/en.json", import.meta.url), "utf8"),
) as Record<string, string>;

/** The maximum number of bytes, by error code. */
const LIMITS: Record<string, number> = { email_local_part_too_long: 64, email_too_long: 254 };

/** Returns the sentence that the form shows for an error code. */
function sentence({ code, params }: RefusedEntry): string {
  const key = code.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const found = sentences[`Error${key}`];
  if (!found) throw new Error(`there is no sentence for ${code}`);
  const limit = LIMITS[code];
  const told = found.replace("{first}", isolated((params?.first ?? 0) + 1));
  return limit ? told.replace("{max}", isolated(limit)) : told;
}

/** Pastes lines, runs `read`, which reads the chips, and undoes the paste. */
async function pasted<T>(page: Page, lines: string[], read: () => Promise<T>): Promise<T> {
  const form = new ContactForm(page);
  const box = form.box("Technical emergency contacts");
  await box.evaluate((input, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    input.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, lines.join("\n"));
  const undo = page.getByRole("button", { name: "Undo", exact: true });
  await expect(undo).toBeVisible();
  const result = await read();
  await undo.press("Enter");
  await expect(undo).toBeHidden();
  return result;
}

/** Reads each chip's full text and its error from the page. */
async function readShownEntries(page: Page): Promise<CheckedEntry[]> {
  const list = new ContactForm(page)
    .box("Technical emergency contacts")
    .locator("xpath=preceding-sibling::ul");
  expect(await list.evaluate((list) => list.querySelector(".chips-more"))).toBeNull();
  const entries = await list.evaluate((list) =>
    [...list.querySelectorAll(".chip-text")].map((chip) => {
      const reason = chip.getAttribute("aria-describedby");
      const text = chip.querySelector("bdi")!.textContent!;
      const description = reason && (chip.getRootNode() as ShadowRoot).getElementById(reason)!.textContent!;
      return { text, reason: description ? description.slice(text.length + 1) : null };
    }),
  );
  // A text that is too long is shown shortened. Editing the chip shows all of it.
  for (const [index, entry] of entries.entries()) {
    if (!entry.text.endsWith("…")) continue;
    await list.locator(".chip-text").nth(index).press("F2");
    entry.text = await list.getByRole("textbox").inputValue();
    await list.getByRole("textbox").press("Escape");
    await expect(list.getByRole("textbox")).toHaveCount(0);
  }
  return entries;
}

/** Sends the same entries to the server and returns its errors. */
async function checkOnServer(
  page: Page,
  portal: Portal,
  etag: string,
  texts: string[],
): Promise<CheckedEntry[]> {
  const path = `/accounts/${BELLA_VISTA}/contact-information?environment=sandbox`;
  // An invalid entry is added, so nothing is ever saved.
  const entries = [...texts, "nobody"];
  const response = await portal.api(page, "PUT", path, {
    data: { ...COMPLETE_DOCUMENT, technical_emergency: entries },
    headers: { "if-match": etag },
  });
  expect(response.status()).toBe(422);
  const { errors } = (await response.json()) as { errors: RefusedEntry[] };
  return texts.map((text, index) => {
    const error = errors.find((error) => error.index === index);
    return { text, reason: error ? sentence(error) : null };
  });
}

/** Compares form and server for all lines. Returns the numbers of valid and of invalid entries. */
async function compare(page: Page, portal: Portal, lines: string[]) {
  const read = await portal.api(page, "GET", `/accounts/${BELLA_VISTA}/contact-information`);
  const etag = read.headers()["etag"]!;
  const count = { right: 0, wrong: 0 };
  for (let at = 0; at < lines.length; at += BATCH) {
    const shown = await pasted(page, lines.slice(at, at + BATCH), () => readShownEntries(page));
    const texts = shown.map(({ text }) => text);
    expect(shown).toEqual(await checkOnServer(page, portal, etag, texts));
    for (const { reason } of shown) count[reason ? "wrong" : "right"] += 1;
  }
  return count;
}

// Recording thousands of chips would take longer than the test itself.
test.use({ trace: "off" });
test.skip(({ browserName }) => browserName === "firefox", NO_SYNTHETIC_PASTE);

test.beforeEach(async ({ page, portal }) => {
  test.slow();
  await portal.signIn(page, giulia);
  await page.goto("/portal/");
  // Checking this address needs the tables, so they have loaded once its error is shown.
  const form = new ContactForm(page);
  await form.type("Technical emergency contacts", "a@xn--a.com");
  await expect(form.chip("a@xn--a.com")).toHaveAccessibleDescription(/isn’t a valid domain/);
  await form.chip("a@xn--a.com").press("Delete");
  await expect(form.chip("a@xn--a.com")).toBeHidden();
  // Removes a chip in a way that leaves no Undo button, so that the first paste is the first to show
  // one.
  await form.type("Technical emergency contacts", "b@example.com");
  await form.chip("b@example.com").press("F2");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Enter");
  await expect(form.box("Technical emergency contacts")).toBeFocused();
});

test("the form and the server give the same result for 5,000 generated texts", async ({
  page,
  portal,
}) => {
  const { right, wrong } = await compare(page, portal, generatedAddresses(5_000, 20_261_122));
  expect(right).toBeGreaterThan(500);
  expect(wrong).toBeGreaterThan(2_000);
  expect(right + wrong).toBeGreaterThanOrEqual(5_000);
});

test("the form and the server give the same result for the test addresses of other projects", async ({
  page,
  portal,
}) => {
  for (const [name, texts] of Object.entries(await publishedAddresses())) {
    const { right, wrong } = await compare(page, portal, texts);
    expect(right, `${name}: accepted`).toBeGreaterThan(0);
    expect(wrong, `${name}: refused`).toBeGreaterThan(0);
  }
});
