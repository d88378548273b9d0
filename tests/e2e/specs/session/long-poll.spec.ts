// Tests the long poll for changes: how often it is sent, and when the portal asks at once.

import type { Page, Request } from "@playwright/test";

import { expect, test } from "../../support/fixtures.ts";
import { amara, giulia } from "../../support/people.ts";
import { Gateway } from "../../support/servers/gateway.ts";
import { UsersPanel } from "../../support/users_panel.ts";

const isQuestion = (request: Request) => request.url().includes("/completion?");
const waits = (request: Request) => isQuestion(request) && "prefer" in request.headers();
const asksNow = (request: Request) => isQuestion(request) && !("prefer" in request.headers());

/** Opens the portal and waits until it has sent its long poll. */
async function openAndWait(page: Page): Promise<void> {
  const waiting = page.waitForRequest(waits);
  await page.goto("/portal/help");
  await waiting;
  await expect(page.getByRole("heading", { level: 1, name: "Help and support" })).toBeVisible();
}

test("a backend without long polling is polled less and less often", async ({ page, portal }) => {
  const asked: number[] = [];
  const gateway = await Gateway.start(portal.url, {
    // Without the header `Prefer` the backend answers at once.
    changeRequest(headers) {
      if (headers.prefer) asked.push(Date.now());
      delete headers.prefer;
    },
  });
  await portal.signIn(page, amara);
  await page.goto(`${gateway.url}/portal/help`);
  await expect.poll(() => asked.length).toBe(4);
  const pauses = asked.slice(1).map((at, index) => at - asked[index]!);
  for (const [index, pause] of pauses.entries()) expect(pause).toBeGreaterThan(900 * 2 ** index);
  await gateway.stop();
});

test("a cache that repeats an old response is polled less and less often", async ({
  page,
  portal,
}) => {
  const asked: number[] = [];
  let kept: { type: string; body: string; granted: string } | undefined;
  const gateway = await Gateway.start(portal.url, {
    answer(request, response) {
      if (!request.url!.includes("/completion?") || !kept) return false;
      asked.push(Date.now());
      const { type, body, granted } = kept;
      response.writeHead(200, { "content-type": type, "preference-applied": granted }).end(body);
      return true;
    },
  });
  await portal.signIn(page, amara);
  const { account_id } = await portal.find(amara);
  const path = `/accounts/${account_id}/completion?environment=sandbox`;
  const answer = await portal.api(page, "GET", path, { headers: { prefer: "wait=25" } });
  kept = {
    type: answer.headers()["content-type"]!,
    body: await answer.text(),
    granted: answer.headers()["preference-applied"]!,
  };
  await page.goto(`${gateway.url}/portal/help`);
  await expect.poll(() => asked.length).toBe(4);
  const pauses = asked.slice(1).map((at, index) => at - asked[index]!);
  for (const [index, pause] of pauses.entries()) expect(pause).toBeGreaterThan(900 * 2 ** index);
  await gateway.stop();
});

test("the backend is asked at once when the network is back", async ({ page, context, portal }) => {
  await portal.signIn(page, amara);
  await openAndWait(page);
  await context.setOffline(true);
  const asked = page.waitForRequest(asksNow);
  await context.setOffline(false);
  await asked;
});

test("the backend is asked at once when the machine wakes up", async ({ page, portal }) => {
  await page.clock.install();
  await portal.signIn(page, amara);
  await openAndWait(page);
  const asked = page.waitForRequest(asksNow);
  await page.clock.fastForward("08:00:00");
  await asked;
});

test("an unreachable portal tries again by itself when the network is back", async ({
  page,
  context,
  portal,
}) => {
  await portal.signIn(page, amara);
  await page.route("**/api/v1/**", (route) => route.abort());
  await page.goto("/portal/help");
  await expect(page.getByText("The portal can’t be reached")).toBeVisible();
  await context.setOffline(true);
  await page.unroute("**/api/v1/**");
  await context.setOffline(false);
  await expect(page.getByRole("heading", { level: 1, name: "Help and support" })).toBeVisible();
});

test("a new request when the network is back does not disturb an open dialog", async ({ page, portal }) => {
  await portal.signIn(page, giulia);
  const users = new UsersPanel(page);
  await users.openTab();
  const dialog = await users.add();
  const name = dialog.getByRole("textbox", { name: "Name" });
  await name.fill("Ewa Nowak");
  const answered = page.waitForResponse((response) => asksNow(response.request()));
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  // Status 304: nothing has changed.
  expect((await answered).status()).toBe(304);
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await expect(name).toHaveValue("Ewa Nowak");
  await expect(name).toBeFocused();
});
