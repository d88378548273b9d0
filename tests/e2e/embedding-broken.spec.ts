// A page that breaks the code of a portal: that portal says so and comes back, the others go on.

import { ContactForm } from "./contact_form.ts";
import { expect, type Page, test } from "./fixtures.ts";
import { draftSaved } from "./kept_draft.ts";
import { amara } from "./people.ts";
import { heading, Shell } from "./shell.ts";

/** A script of the page puts something broken in place of a part of the platform. */
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

test("what was typed before the code breaks is there after reloading the portal", async ({
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
  await expect(form.chip("kept@example.com"), "nothing dead is left").toHaveCount(0);
  await mendPlatform(page);
  await again.press("Enter");
  await expect(form.chip("kept@example.com")).toBeVisible();
});

test("two portals share neither state nor ids, and one that breaks leaves the other alone", async ({
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

  // The other one goes on.
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

test("code that fails while it draws is not used again", async ({ page, portal }) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal);
  // A script of the page has broken what every portal draws with, and counts their instances.
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
  // The pieces of the code are instantiated too: those of the app itself are of its first module.
  const instances = await page.evaluate(() => {
    const { instances } = window as unknown as { instances: unknown[] };
    return instances.filter((code) => code === instances[0]).length;
  });
  expect(instances, "a broken one, and one for both that came after it").toBe(2);
});
