// The first view of the modal while the app's code is held back, and what the code puts in its place.

import { expect, type Locator, type Page } from "@playwright/test";

import { holdBack } from "./hold_back.ts";
import type { Portal, Who } from "./portal.ts";

/** The app's compiled code. */
export const CODE = /\/app-[0-9a-f]+\.wasm$/;

export const modal = (page: Page): Locator => page.locator("dialog");

/** A control that only the code brings. */
export const codeIsThere = (page: Page): Promise<void> =>
  expect(modal(page).locator("#operational_support button").first()).toBeVisible();

/** Opens a page whose code waits for the function that is returned; its first view is drawn. */
export async function openWithoutCode(page: Page, path = "/portal/"): Promise<() => void> {
  const release = await holdBack(page, CODE);
  await page.goto(path);
  await expect(modal(page).locator("#technical_emergency")).toBeVisible();
  await expect(modal(page).locator("#operational_support button")).toHaveCount(0);
  return release;
}

/** Signs a user in and opens the modal, whose code waits for the function that is returned. */
export async function openEarlyAs(page: Page, portal: Portal, who: Who): Promise<() => void> {
  await portal.signIn(page, who);
  return openWithoutCode(page);
}

/** An element as a reader of the page has it: name, attributes, children. */
export type Part = string | [string, Record<string, string>, ...Part[]];

/** The dialog's content, without the parts whose control only the code can draw. */
export function contentOf(page: Page): Promise<Part> {
  return modal(page).evaluate((dialog) => {
    const loading = [
      ".field-control:has(.skeleton)",
      ".field-control:has(.combobox)",
      "#operational_support .field-control",
    ];
    // What the code tells of the draft and of what it fetches.
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
