// The demo's page to try a theme: what the controls say is on the screen at once, and is what a host
// has to pass.

import { expect, type Page, test } from "./fixtures.ts";
import { amara, giulia } from "./people.ts";
import { axeViolations } from "./violations.ts";

const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true });
const code = (page: Page) => page.getByRole("textbox", { name: "To pass to mount or update" });

test("what is chosen is shown at once, and is what a host passes", async ({ page, portal }) => {
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

test("an accent that nobody could read is replaced, and the page says so", async ({
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

test("somebody whose account is locked is told whom to choose instead", async ({ page, portal }) => {
  await portal.signIn(page, giulia);
  await page.goto("/demo/theme");
  await expect(page.getByText("the modal would cover the whole page")).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByRole("link", { name: "Choose another person" }).click();
  await page.getByRole("button", { name: "Amara Okafor" }).click();
  await expect(page).toHaveURL("/demo/theme");
  await expect(save(page)).toBeVisible();
});
