// Tests the space around the parts of a field.

import { openForm } from "../../support/contact_form.ts";
import { expect, test } from "../../support/fixtures.ts";
import { giulia } from "../../support/people.ts";

test("the hint of every field is equally far from the control above it", async ({ page, portal }) => {
  await openForm(page, portal, giulia);
  const gaps = await page.getByRole("dialog").evaluate((dialog) =>
    [...dialog.querySelectorAll(".field-hint")].map((hint) => {
      const parts = [...hint.closest(".field")!.querySelectorAll(".field-control > *")];
      const boxes = parts.map((part) => part.getBoundingClientRect()).filter(({ height }) => height > 0);
      return hint.getBoundingClientRect().top - Math.max(...boxes.map(({ bottom }) => bottom));
    }),
  );
  expect(gaps.length).toBeGreaterThan(3);
  expect(new Set(gaps)).toEqual(new Set([4]));
});
