// Opens the modal while the app's code is held back, so that tests see the first view, which is drawn
// without the code.

import { expect, type Locator, type Page } from "@playwright/test";

import { holdBack } from "./hold_back.ts";
import type { Portal, UserCriteria } from "./portal.ts";

/** The app's compiled code. */
export const CODE = /\/app-[0-9a-f]+\.wasm$/;

export const modal = (page: Page): Locator => page.locator("dialog");

/** Waits for a control that only the app's code draws. */
export const codeIsThere = (page: Page): Promise<void> =>
  expect(modal(page).locator("#operational_support button").first()).toBeVisible();

/** Opens a page and waits for its first view. The code loads when the returned function is called. */
export async function openWithoutCode(page: Page, path = "/portal/"): Promise<() => void> {
  const release = await holdBack(page, CODE);
  await page.goto(path);
  await expect(modal(page).locator("#technical_emergency")).toBeVisible();
  await expect(modal(page).locator("#operational_support button")).toHaveCount(0);
  return release;
}

/** Signs a user in and opens the modal. The code loads when the returned function is called. */
export async function openEarlyAs(page: Page, portal: Portal, user: UserCriteria): Promise<() => void> {
  await portal.signIn(page, user);
  return openWithoutCode(page);
}

/** A text, or an element as its name, attributes and children. */
export type Part = string | [string, Record<string, string>, ...Part[]];

/** Returns the dialog's content, except the controls that only the code can draw. */
export function contentOf(page: Page): Promise<Part> {
  return modal(page).evaluate((dialog) => {
    const loading = [
      ".field-control:has(.skeleton)",
      ".field-control:has(.combobox)",
      "#operational_support .field-control",
    ];
    // The code shows the state of the draft and of its requests here.
    const told = [".form-status", ".access-notice"];
    const left = ["tabindex", "style"];
    function part(node: Node): Part | undefined {
      if (node instanceof Text) return node.data.trim() || undefined;
      if (!(node instanceof Element)) return undefined;
      const attributes = [...node.attributes]
        .filter(({ name, value }) => !left.includes(name) && value !== "")
        .map(({ name, value }) => [name, value.trim().split(/\s+/).sort().join(" ")] as const)
        .sort();
      const isLeftOut = [...loading, ...told].some((selector) => node.matches(selector));
      const children = isLeftOut ? [] : [...node.childNodes].map(part);
      return [
        node.localName,
        Object.fromEntries(attributes),
        ...children.filter((child) => child !== undefined),
      ];
    }
    return part(dialog)!;
  });
}
