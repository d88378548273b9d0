// When the first field of the required information can be typed into.

import { expect } from "@playwright/test";

/** Its name. */
export const FIELD = "Technical emergency contacts";

/** Runs in the page: notes when the field first takes the focus. */
export function watch(name) {
  const nameOf = (field) => {
    const ids = field.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
    const labels = ids.map((id) => field.getRootNode().getElementById(id)).concat([...field.labels]);
    return labels.map((label) => label?.textContent ?? "").join(" ") + field.ariaLabel;
  };
  const look = () => {
    const root = document.getElementById("portal")?.shadowRoot;
    const fields = root?.querySelectorAll("dialog[open] :is(input, textarea)") ?? [];
    const field = [...fields].find((candidate) => nameOf(candidate).includes(name));
    if (field && !field.disabled) {
      field.focus();
      if (root.activeElement === field) {
        globalThis.firstField = performance.now();
        return;
      }
    }
    requestAnimationFrame(look);
  };
  look();
}

/** When that was, by the page's clock. */
export async function fieldTime(page) {
  const time = await page.waitForFunction(() => globalThis.firstField, null, { timeout: 30_000 });
  // What was measured is what an assistive technology finds by its name.
  const field = page.getByRole("dialog").getByRole("textbox", { name: FIELD });
  await expect(field).toBeEnabled();
  await expect(field).toBeFocused();
  return time.jsonValue();
}
