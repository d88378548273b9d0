// Tests the sign-in page to which the standalone page sends signed-out users.

import { expect, test } from "../../support/fixtures.ts";
import { amara } from "../../support/people.ts";
import { Portal } from "../../support/portal.ts";

test("a signed-out user is sent to the operator's sign-in page with the path to return to", async ({
  page,
  portal,
  startBackend,
}) => {
  // A page of another server stands in for that of an identity provider.
  const signInPage = `${portal.url}/demo/sign-in`;
  const backend = await startBackend([`--sign-in-url=${signInPage}`]);
  await page.goto(`${backend.url}/portal/help?env=production`);
  await page.waitForURL(`${signInPage}?return_to=%2Fportal%2Fhelp%3Fenv%3Dproduction`);

  await new Portal(backend).signIn(page, amara);
  await page.goto(`${backend.url}/portal/help`);
  await page.getByRole("button", { name: "Amara Okafor" }).press("Enter");
  await page.getByRole("button", { name: "Sign out" }).press("Enter");
  await page.waitForURL(`${signInPage}?return_to=%2Fportal%2Fhelp`);
  expect((await page.request.get(`${backend.url}/api/v1/session`)).status()).toBe(401);
});

test("without a sign-in page the portal shows that the session has ended", async ({
  page,
  startBackend,
}) => {
  const backend = await startBackend([], undefined, false);
  const asked = page.waitForResponse("**/sign-in?*");
  await page.goto(`${backend.url}/portal/help`);
  expect((await asked).status()).toBe(404);
  await expect(page.getByText("Your session has ended")).toBeVisible();
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe("/portal/help");
});
