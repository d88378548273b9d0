// Tests that the printed portal is complete, because paper cannot scroll.

import { ContactForm, openForm } from "../../support/contact_form.ts";
import { expect, type Page, test } from "../../support/fixtures.ts";
import { amara, giulia } from "../../support/people.ts";

/** Returns the classes of the scroll areas whose content is cut off. */
const cutOff = (page: Page) =>
  page.evaluate(() => {
    const root = document.getElementById("portal")!.shadowRoot!;
    const areas = [...root.querySelectorAll(".dialog, .dialog-body, .virtual-list")];
    // Both heights are rounded to whole pixels, so they may differ by one.
    const cut = areas.filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1);
    return cut.map(({ className }) => className);
  });

/** Returns the number of sheets of this height that the printed page needs. */
async function sheets(page: Page, height: number): Promise<number> {
  const pdf = await page.pdf({ width: "800px", height: `${height}px`, printBackground: false });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)!.length;
}

test("printing the locked portal shows the whole form and nothing behind it", async ({
  page,
  portal,
}) => {
  await page.setViewportSize({ width: 1000, height: 600 });
  const form = await openForm(page, portal, giulia);
  const covered = page.locator(".gate-panel");
  await expect(covered).toBeVisible();
  expect(await cutOff(page)).not.toEqual([]);
  await page.emulateMedia({ media: "print" });
  await expect.poll(() => cutOff(page)).toEqual([]);
  await expect(covered).toBeHidden();

  const box = async (locator = page.getByRole("dialog")) => (await locator.boundingBox())!;
  const [dialog, last, submit] = [
    await box(),
    await box(page.getByRole("button", { name: "Add schedule" })),
    await box(form.submit),
  ];
  expect(dialog.height).toBeGreaterThan(600);
  expect(dialog.x).toBe(0);
  expect(submit.y).toBeGreaterThanOrEqual(last.y + last.height);
  expect(submit.y + submit.height).toBeLessThanOrEqual(dialog.y + dialog.height);
  const height = 500;
  expect(await sheets(page, height)).toBeGreaterThanOrEqual(Math.floor(dialog.height / height));
});

test("printing the page shows the form without the navigation", async ({ page, portal }) => {
  await portal.signIn(page, amara);
  await page.goto("/portal/configuration/contact-information");
  const form = new ContactForm(page);
  await form.isWhole();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".portal-nav")).toBeHidden();
  await expect(page.getByRole("button", { name: "Add schedule" })).toBeVisible();
  const last = (await page.getByRole("button", { name: "Add schedule" }).boundingBox())!;
  const save = (await form.save.boundingBox())!;
  expect(save.y, "Save is below the form, not over it").toBeGreaterThanOrEqual(last.y + last.height);
});
