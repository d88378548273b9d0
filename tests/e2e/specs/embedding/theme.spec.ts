// Tests the demo's page to try out a theme: it applies the chosen values at once and shows them as code
// for the host.

import { expect, type Page, test } from "../../support/fixtures.ts";
import { amara, giulia } from "../../support/people.ts";
import { axeViolations } from "../../support/violations.ts";

const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true });
const code = (page: Page) => page.getByRole("textbox", { name: "To pass to mount or update" });

test("the chosen values are applied at once and shown as code for the host", async ({ page, portal }) => {
  await portal.signIn(page, amara);
  await page.goto("/demo/theme");
  await expect(save(page)).toHaveCSS("background-color", "rgb(11, 87, 208)");
  await expect(code(page)).toHaveValue(/"variables": \{\}/);
  expect(await axeViolations(page)).toEqual([]);

  await page.getByRole("combobox", { name: "Begin with" }).selectOption("Forest");
  await expect(save(page)).toHaveCSS("background-color", "rgb(28, 107, 58)");
  await page.getByRole("slider", { name: "Corners" }).fill("2");
  await expect(save(page)).toHaveCSS("border-radius", "2px");
  await page.getByRole("combobox", { name: "Colour scheme" }).selectOption("dark");
  await expect(save(page)).toHaveCSS("background-color", "rgb(134, 214, 160)");
  const passed = JSON.parse((await code(page).inputValue()).replace("appearance: ", "")) as object;
  expect(passed).toMatchObject({
    colorScheme: "dark",
    variables: { "--portal-accent": "light-dark(#1c6b3a, #86d6a0)", "--portal-radius": "2px" },
  });
  expect(await axeViolations(page)).toEqual([]);
});

test("an unreadable accent is replaced, and the page shows a warning", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  await page.goto("/demo/theme");
  await page.getByRole("combobox", { name: "Colour scheme" }).selectOption("light");
  await page
    .getByRole("combobox", { name: "Begin with" })
    .selectOption("An accent that nobody could read");
  await expect(page.getByText("This accent cannot be read on the surface")).toBeVisible();
  await expect(save(page)).not.toHaveCSS("background-color", "rgb(255, 221, 0)");
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole("combobox", { name: "Begin with" }).selectOption("As it comes");
  await expect(page.getByText("This accent cannot be read on the surface")).toHaveCount(0);
});

test("a user of a locked account is asked to choose another person", async ({ page, portal }) => {
  await portal.signIn(page, giulia);
  await page.goto("/demo/theme");
  await expect(page.getByText("the modal would cover the whole page")).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByRole("link", { name: "Choose another person" }).click();
  await page.getByRole("button", { name: "Amara Okafor" }).click();
  await expect(page).toHaveURL("/demo/theme");
  await expect(save(page)).toBeVisible();
});
