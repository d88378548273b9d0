// Tests in WebKitGTK the modal in Hebrew, in dark colours and in a narrow window.

import { expectEverythingFits } from "../support/overflow.ts";
import { giulia } from "../support/people.ts";
import { Sentences } from "../support/sentences.ts";
import { Shell } from "../support/shell/shell.ts";
import { startShellServer } from "../support/shell/shell_server.ts";
import { expect, test } from "../support/webkit/fixtures.ts";
import { expectShown, type WebKitWindow } from "../support/webkit/window.ts";

/** Returns the sum of red, green and blue of the modal's text and of its surface, each 0 to 765. */
function brightness(window: WebKitWindow): Promise<{ text: number; surface: number }> {
  return window.evaluate(() => {
    const sum = (colour: string) =>
      colour.match(/[\d.]+/g)!.slice(0, 3).reduce((total, part) => total + Number(part), 0);
    const { color, backgroundColor } = getComputedStyle(portalRoot().querySelector("dialog")!);
    return { text: sum(color), surface: sum(backgroundColor) };
  });
}

test("in Hebrew the modal runs from right to left, and everything fits", async ({ portal, window }) => {
  const hebrew = await Sentences.in("he");
  await window.signIn(portal, giulia);
  await window.goto(`${portal.url}/portal/`);
  await window.control("button", "Language").select("he");
  await expectShown(window.control("dialog", hebrew.say("RequiredInformation")));
  await expectShown(window.control("button", hebrew.say("AddSchedule")));
  const direction = () => getComputedStyle(portalRoot().querySelector("dialog")!).direction;
  expect(await window.evaluate(direction)).toBe("rtl");
  await expectEverythingFits(window);
});

test("a user who prefers dark colours sees a dark modal", async ({ portal, openWindow }) => {
  const window = await openWindow({ isDark: true });
  await window.signIn(portal, giulia);
  await window.goto(`${portal.url}/portal/`);
  await expectShown(window.control("button", "Add schedule"));
  const { text, surface } = await brightness(window);
  expect(surface).toBeLessThan(200);
  expect(text).toBeGreaterThan(500);
});

test("a user without that preference sees a light modal", async ({ portal, window }) => {
  await window.signIn(portal, giulia);
  await window.goto(`${portal.url}/portal/`);
  await expectShown(window.control("button", "Add schedule"));
  const { text, surface } = await brightness(window);
  expect(surface).toBeGreaterThan(700);
  expect(text).toBeLessThan(300);
});

test("in a window of 360 pixels everything fits, and Submit is on the screen", async ({
  portal,
  window,
}) => {
  // No page may show the portal's own page in a frame, so a host mounts the portal there.
  const server = await startShellServer(portal.url, "blank");
  await window.signIn(portal, giulia, server.url);
  await window.gotoNarrow(`${server.url}/partners`);
  const shell = await Shell.start(window);
  await window.evaluate(() => {
    document.getElementById("one")!.id = "portal";
  });
  await shell.mount("portal");
  await expectShown(window.control("button", "Add schedule"));
  expect(await window.evaluate(() => innerWidth)).toBe(360);
  await expectEverythingFits(window);
  const { x, y, width, height } = await (await window.control("button", "Submit").first()).getRect();
  expect([x >= 0, x + width <= 360, y >= 0, y + height <= 640]).toEqual([true, true, true, true]);
  await server.stop();
});
