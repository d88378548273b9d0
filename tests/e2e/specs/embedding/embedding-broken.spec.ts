// Tests that a portal whose code breaks shows an error and can be reloaded, while other portals go on.

import { ContactForm } from "../../support/contact_form.ts";
import { expect, type Page, test } from "../../support/fixtures.ts";
import { draftSaved } from "../../support/kept_draft.ts";
import { amara } from "../../support/people.ts";
import { heading, Shell } from "../../support/shell/shell.ts";

/** Replaces a built-in class by a broken one, as a script of the page could. */
function breakPlatform(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { URLSearchParams } = window;
    Object.assign(window, {
      mend: () => Object.assign(window, { URLSearchParams }),
      URLSearchParams: class {
        constructor() {
          throw new Error("broken");
        }
      },
    });
  });
}

const mendPlatform = (page: Page) =>
  page.evaluate(() => (window as unknown as { mend(): void }).mend());

test("text typed before the code breaks is restored when the portal is reloaded", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal, "/partners/configuration/contact-information");
  await shell.mount("one");
  const form = new ContactForm(page);
  await form.type("Technical emergency contacts", "kept@example.com");
  await expect(draftSaved(page)).toBeVisible();

  await shell.unmount("one");
  await breakPlatform(page);
  await shell.mount("one");
  const again = page.getByRole("button", { name: "Reload the portal" });
  await expect(again).toBeFocused();
  await expect(page.getByText("Drafts that were saved are kept.")).toBeVisible();
  await expect(form.chip("kept@example.com"), "no part of the broken portal is left").toHaveCount(0);
  await mendPlatform(page);
  await again.press("Enter");
  await expect(form.chip("kept@example.com")).toBeVisible();
});

test("two portals share neither state nor ids, and one that breaks does not affect the other", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal, "/partners/configuration/contact-information");
  await shell.mount("one", { locale: "en" });
  const [one, two] = [page.locator("#one"), page.locator("#two")];
  const form = new ContactForm(page);
  await expect(form.chip("oncall@northgate.example.com")).toBeVisible();

  await breakPlatform(page);
  await shell.mount("two", { locale: "es" });
  const panel = two.getByRole("alert");
  await expect(panel.getByRole("button", { name: "Volver a cargar el portal" })).toBeFocused();
  await expect(two.getByRole("heading")).toHaveText("Se produjo un error y el portal se detuvo");
  expect(await shell.events("error")).toEqual([
    ["two", "error", { type: "panic", request_id: null, recoverable: true }],
  ]);
  expect(await shell.statuses()).toEqual(["open", "failed"]);

  // The first portal still works.
  await form.type("Technical emergency contacts", "second@example.com");
  await expect(form.chip("second@example.com")).toBeVisible();
  await shell.update("one", { locale: "it" });
  await expect(one.getByRole("heading", { level: 1, name: "Dati di contatto" })).toBeVisible();

  await mendPlatform(page);
  await panel.getByRole("button").press("Enter");
  await expect(
    two.getByRole("heading", { level: 1, name: "Información de contacto" }),
  ).toBeVisible();
  expect(await shell.statuses()).toEqual(["open", "open"]);
  expect(await shell.events("error")).toHaveLength(1);
});

test("a code instance that fails while drawing is not used again", async ({ page, portal }) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal);
  // Breaks a function that every portal draws with, once, and counts the instances of the code.
  await page.evaluate(() => {
    const { instantiate } = WebAssembly;
    const instances: unknown[] = [];
    WebAssembly.instantiate = (async (code: WebAssembly.Module, imports: WebAssembly.Imports) => {
      instances.push(code);
      return instantiate(code, imports);
    }) as typeof instantiate;
    Object.assign(window, { instances });
    const { createTextNode } = Document.prototype;
    Document.prototype.createTextNode = () => {
      Document.prototype.createTextNode = createTextNode;
      throw new Error("broken");
    };
  });
  await shell.mount("one");
  const again = page.getByRole("button", { name: "Reload the portal" });
  await expect(again).toBeFocused();
  expect(await shell.statuses()).toEqual(["failed"]);
  expect(await shell.events("error")).toEqual([
    ["one", "error", { type: "panic", request_id: null, recoverable: true }],
  ]);
  await again.press("Enter");
  await expect(heading(page, "Home")).toBeVisible();
  await shell.unmount("one");
  await shell.mount("two");
  await expect(heading(page, "Home")).toBeVisible();
  // Lazy chunks are instantiated too. The app itself is the first module, so only that one counts.
  const instances = await page.evaluate(() => {
    const { instances } = window as unknown as { instances: unknown[] };
    return instances.filter((code) => code === instances[0]).length;
  });
  expect(instances, "the broken instance, and one for both portals after it").toBe(2);
});
