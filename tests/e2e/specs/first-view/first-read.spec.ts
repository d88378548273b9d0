// Tests that the first view needs a single read, and that the long poll continues from its version.

import { ContactForm } from "../../support/contact_form.ts";
import { codeIsThere } from "../../support/early_view.ts";
import { SESSION_READ_TWICE } from "../../support/firefox_limits.ts";
import { expect, type Page, test } from "../../support/fixtures.ts";
import { amara, BELLA_VISTA, maya, NORTHGATE, tomasz } from "../../support/people.ts";
import { withoutInclude } from "../../support/without_include.ts";

const CONTACT_PAGE = "/portal/configuration/contact-information";
const INCLUDE = "/session?include=completion,contact_information,account";
const STORED = "oncall@northgate.example.com";

/**
 * Returns a list that collects, from now on, the reads of the session, an account, its completion and
 * its document.
 */
function readsOf(page: Page): string[] {
  const reads: string[] = [];
  page.on("request", (request) => {
    const { pathname, search } = new URL(request.url());
    const path = pathname.replace(/^\/api\/v1/, "");
    if (!/^\/(session|accounts\/[^/]+(\/completion|\/contact-information)?)$/.test(path)) return;
    const waits = "prefer" in request.headers() ? ", until it changes" : "";
    reads.push(path + decodeURIComponent(search).replace(/&$/, "") + waits);
  });
  return reads;
}

const wait = (account: string, environment: string) =>
  `/accounts/${account}/completion?environment=${environment}, until it changes`;

test.fixme(({ browserName }) => browserName === "firefox", SESSION_READ_TWICE);

/** Opens the modal and waits for the suggested address, which comes from the account. */
async function openModal(page: Page): Promise<void> {
  await page.goto("/portal/");
  const form = new ContactForm(page);
  await form.isWhole();
  await expect(form.shared).toHaveValue("support@bellavista.example.com");
}

test("the modal needs one read, and the long poll continues from its version", async ({
  page,
  portal,
}) => {
  const user = await portal.signIn(page, tomasz);
  const path = `/accounts/${user.account_id}/completion?environment=sandbox`;
  const { version } = (await (await portal.api(page, "GET", path)).json()) as { version: string };
  const reads = readsOf(page);
  const waiting = page.waitForRequest((request) => "prefer" in request.headers());
  await openModal(page);
  expect((await waiting).headers()["if-none-match"]).toBe(`"${version}"`);
  expect(reads).toEqual([
    `${INCLUDE}&account=&environment=sandbox`,
    wait(BELLA_VISTA, "sandbox"),
  ]);
});

test.describe("in Hebrew", () => {
  test.use({ locale: "he-IL" });

  test("the page names the first view in the browser's language, so that it is loaded once and early", async ({
    page,
    portal,
  }) => {
    await portal.signIn(page, tomasz);
    const views: string[] = [];
    page.on("request", (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith("/first-views/")) views.push(pathname);
    });
    // Without the entry script only the page itself can have asked for the first view.
    await page.route("**/partner-portal-*.js", (route) => route.abort());
    await page.goto("/portal/?env=production");
    await expect.poll(() => views).toEqual([expect.stringMatching(/^\/first-views\/he-production-/)]);
    await page.unroute("**/partner-portal-*.js");
    await page.goto("/portal/?env=sandbox");
    await codeIsThere(page);
    expect(views.slice(1)).toEqual([expect.stringMatching(/^\/first-views\/he-sandbox-/)]);
  });
});

test("the single read includes the account and the environment of the address", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, maya);
  const reads = readsOf(page);
  await page.goto(`${CONTACT_PAGE}?account=${NORTHGATE}&env=production`);
  await expect(new ContactForm(page).chip(STORED)).toBeVisible();
  await expect
    .poll(() => reads)
    .toEqual([
      `${INCLUDE}&account=${NORTHGATE}&environment=production`,
      wait(NORTHGATE, "production"),
    ]);
});

test("an address with an inaccessible account reads the user's own account, once", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  const reads = readsOf(page);
  await page.goto(`${CONTACT_PAGE}?account=${BELLA_VISTA}`);
  await expect(new ContactForm(page).chip(STORED)).toBeVisible();
  await expect
    .poll(() => reads)
    .toEqual([`${INCLUDE}&account=${BELLA_VISTA}&environment=sandbox`, wait(NORTHGATE, "sandbox")]);
});

test("switching to another account later sends separate reads", async ({ page, portal }) => {
  await portal.signIn(page, maya);
  await page.goto(`${CONTACT_PAGE}?account=${NORTHGATE}`);
  await expect(new ContactForm(page).chip(STORED)).toBeVisible();
  const reads = readsOf(page);
  await page.evaluate((account) => history.pushState(null, "", `?account=${account}`), BELLA_VISTA);
  await expect(page.getByRole("dialog", { name: "Required information" })).toBeVisible();
  await new ContactForm(page).isWhole();
  const path = `/accounts/${BELLA_VISTA}`;
  for (const read of [`${path}/completion?environment=sandbox`, `${path}/contact-information`, path]) {
    expect(reads).toContain(read);
  }
});

test("with a backend that does not know `include`, each part is read once", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, tomasz);
  await withoutInclude(page);
  const reads = readsOf(page);
  await openModal(page);
  const path = `/accounts/${BELLA_VISTA}`;
  await expect
    .poll(() => reads)
    .toEqual([
      `${INCLUDE}&account=&environment=sandbox`,
      `${path}/completion?environment=sandbox`,
      `${path}/contact-information`,
      path,
      wait(BELLA_VISTA, "sandbox"),
    ]);
});
