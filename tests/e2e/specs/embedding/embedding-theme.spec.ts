// Tests how a shell sets the portal's colours, colour scheme and styles.

import { expect, test } from "../../support/fixtures.ts";
import { amara } from "../../support/people.ts";
import { consoleOf, heading, Shell } from "../../support/shell/shell.ts";

test("without a colour scheme of its own the portal follows the page around it", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal);
  await page.evaluate(() => (document.documentElement.style.colorScheme = "dark"));
  await shell.mount("one");
  await expect(heading(page, "Home")).toBeVisible();
  const root = page.locator("#one .portal");
  await expect(root).toHaveCSS("background-color", "rgb(23, 25, 29)");
  await page.evaluate(() => (document.documentElement.style.colorScheme = "light"));
  await expect(root).toHaveCSS("background-color", "rgb(255, 255, 255)");
  await shell.update("one", { appearance: { colorScheme: "auto" } });
  await page.evaluate(() => (document.documentElement.style.colorScheme = "dark"));
  await expect(root).toHaveCSS("background-color", "rgb(23, 25, 29)");
});

test("an unreadable accent is replaced by a readable shade, and the console shows a warning", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal);
  const told = consoleOf(page);
  await shell.mount("one", {
    appearance: { variables: { "--portal-accent": "#ffdd00", "--portal-acent": "red" } },
  });
  await expect(heading(page, "Home")).toBeVisible();
  await expect.poll(() => told).toContainEqual(
    "partner-portal: --portal-accent cannot be read on --portal-surface; a shade that can is used instead",
  );
  expect(told).toContainEqual("partner-portal: there is no --portal-acent; the guide lists the names");
  const [accent, surface] = await page.evaluate(() => {
    const root = document.getElementById("one")!.shadowRoot!;
    const link = root.querySelector("nav a[aria-current]")!;
    return [getComputedStyle(link).color, getComputedStyle(root.querySelector(".portal")!).backgroundColor];
  });
  expect(accent).not.toBe("rgb(255, 221, 0)");
  expect(surface).toBe("rgb(255, 255, 255)");
});

test("an invalid value is ignored, and the console shows a warning", async ({ page, portal }) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal, "/partners/configuration/contact-information");
  const told = consoleOf(page);
  const variables = {
    "--portal-accent": "blurple",
    "--portal-radius": "round",
    "--portal-surface": "light-dark(rgb(250 250 250), #111)",
    "--portal-font": "",
  };
  await shell.mount("one", { appearance: { colourScheme: "dark", colorScheme: "Dark", variables } });
  const save = page.getByRole("button", { name: "Save", exact: true });
  await expect.poll(() => told).toEqual([
    "partner-portal: appearance has no colourScheme; there are colorScheme and variables",
    "partner-portal: appearance.colorScheme must be light, dark or auto, not Dark",
    "partner-portal: --portal-accent takes what color does in CSS, not blurple; ours is used",
    "partner-portal: --portal-radius takes what border-radius does in CSS, not round; ours is used",
    "partner-portal: --portal-font takes what font-family does in CSS, not nothing; ours is used",
  ]);
  await expect(save).toHaveCSS("background-color", "rgb(11, 87, 208)");
  await expect(save).toHaveCSS("border-start-start-radius", "8px");
  await expect(page.locator("#one .portal")).toHaveCSS("background-color", "rgb(250, 250, 250)");
});

test("a shell's style sheet reaches the documented parts, and derived colours follow the accent", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  const shell = await Shell.open(page, portal, "/partners/configuration/contact-information");
  await page.addStyleTag({
    content: `#one { --portal-accent: rgb(120, 0, 120) }
      ${["root", "top-bar", "navigation", "button"].map((part) => `#one::part(${part})`).join()} {
        outline: 1px solid rgb(1, 2, 3);
      }
      #one::part(primary-button) { text-transform: uppercase }`,
  });
  await shell.mount("one");
  const save = page.getByRole("button", { name: "Save", exact: true });
  await expect(save).toHaveCSS("text-transform", "uppercase");
  await expect(save).toHaveCSS("background-color", "rgb(120, 0, 120)");
  for (const part of ["top-bar", "navigation", "button"]) {
    await expect(page.locator(`[part~="${part}"]`).first()).toHaveCSS("outline-color", "rgb(1, 2, 3)");
  }
  // The background is 10 % of the accent on white.
  const current = page.getByRole("link", { name: "Contact information", exact: true });
  await expect(current).toHaveCSS("background-color", "color(srgb 0.947059 0.9 0.947059)");
  // Once this is drawn, no new control can appear between the two tab stops.
  await expect(page.getByRole("button", { name: "UTC", exact: true })).toBeVisible();
  await save.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await expect(save).toBeFocused();

  const variables = { "--portal-accent": "rgb(0, 90, 60)", "--portal-accent-soft": "rgb(9, 8, 7)" };
  await shell.update("one", { appearance: { variables } });
  await expect(save).toHaveCSS("background-color", "rgb(0, 90, 60)");
  await expect(current).toHaveCSS("background-color", "rgb(9, 8, 7)");
});
