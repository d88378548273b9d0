// Tests proxies that change the backend's responses: one that compresses also changes entity tags.

import { ContactForm } from "../../support/contact_form.ts";
import { expect, type Page, test } from "../../support/fixtures.ts";
import { amara, CEDAR_STONE, COMPLETE_DOCUMENT, hannah, maya, meiLing, NORTHGATE } from "../../support/people.ts";
import type { Portal } from "../../support/portal.ts";
import { Gateway } from "../../support/servers/gateway.ts";
import { Nginx } from "../../support/servers/nginx.ts";
import { save, storedDocument } from "../../support/stored.ts";

const CONTACT_PAGE = "/portal/configuration/contact-information";
const EMERGENCY = "Technical emergency contacts";

const status = (page: Page, text: string | RegExp) => page.getByRole("status").filter({ hasText: text });

/**
 * Opens the page through a proxy and saves twice. The second save depends on the first one's revision.
 */
async function saveTwice(page: Page, portal: Portal, proxy: string): Promise<void> {
  await page.goto(proxy + CONTACT_PAGE);
  const form = new ContactForm(page);
  for (const [count, address] of ["one@example.com", "two@example.com"].entries()) {
    await form.type(EMERGENCY, address);
    const before = await storedDocument(portal, page, NORTHGATE);
    await form.save.press("Enter");
    await expect(status(page, /^Saved$/)).toHaveCount(1);
    const after = await storedDocument(portal, page, NORTHGATE);
    expect(after.revision).toBe(before.revision + 1);
    expect(after.contact_information.technical_emergency).toHaveLength(2 + count);
  }
}

/** Opens a locked portal through a proxy, and completes the form as a colleague. */
async function unlockByColleague(page: Page, portal: Portal, proxy: string): Promise<void> {
  const waits = page.waitForRequest(
    (request) => request.url().includes("/completion") && "prefer" in request.headers(),
  );
  await page.goto(`${proxy}/portal/`);
  await expect(page.getByRole("dialog", { name: "Required information" })).toBeVisible();
  await waits;
  await save(await portal.person(meiLing), CEDAR_STONE, COMPLETE_DOCUMENT);
  // Shorter than any pause between polls of a backend without long polling.
  const heading = page.getByRole("heading", { level: 1, name: "Home" });
  await expect(heading).toBeVisible({ timeout: 10_000 });
}

test.describe("behind an nginx that compresses", () => {
  let nginx: Nginx;
  test.beforeEach(async ({ portal }) => {
    nginx = await Nginx.start(portal.url);
  });
  test.afterEach(() => nginx.stop());

  test("the form is saved, although it receives weak entity tags", async ({ page, portal }) => {
    await portal.signIn(page, amara);
    const read = page.waitForResponse(/\/api\/v1\/.*\/contact-information$/);
    await saveTwice(page, portal, nginx.url);
    expect(await (await read).headerValue("etag")).toMatch(/^W\/"rev-/);
    expect(await (await read).headerValue("content-encoding")).toBe("gzip");
  });

  test("a save by a colleague opens the portal", async ({ page, portal }) => {
    await portal.signIn(page, hannah);
    await unlockByColleague(page, portal, nginx.url);
  });
});

for (const [what, change] of [
  ["adds a suffix to the entity tags, as Apache does,", (tag: string) => tag.replace(/"$/, '-gzip"')],
  ["removes the entity tags", () => undefined],
] as const) {
  test.describe(`behind a proxy that ${what}`, () => {
    let gateway: Gateway;
    test.beforeEach(async ({ portal }) => {
      gateway = await Gateway.start(portal.url, {
        changeResponse(headers) {
          if (headers.etag) headers.etag = change(headers.etag);
          if (!headers.etag) delete headers.etag;
        },
      });
    });
    test.afterEach(() => gateway.stop());

    test("the form is saved", async ({ page, portal }) => {
      await portal.signIn(page, amara);
      await saveTwice(page, portal, gateway.url);
    });

    test("a save by a colleague opens the portal", async ({ page, portal }) => {
      await portal.signIn(page, hannah);
      await unlockByColleague(page, portal, gateway.url);
    });
  });
}

test("a refused save of the current revision is shown as failed, and blames no colleague", async ({
  page,
  portal,
}) => {
  const gateway = await Gateway.start(portal.url, {
    changeRequest(headers) {
      if (headers["if-match"]) headers["if-match"] = `W/${headers["if-match"]}`;
    },
  });
  await portal.signIn(page, amara);
  await page.goto(gateway.url + CONTACT_PAGE);
  const form = new ContactForm(page);
  await form.type(EMERGENCY, "one@example.com");
  await form.save.press("Enter");
  await expect(status(page, "Your changes weren’t saved.")).toHaveCount(1);
  await expect(page.getByText("saved changes")).toHaveCount(0);
  await expect(form.chip("one@example.com")).toBeVisible();

  gateway.rules = {};
  await form.save.press("Enter");
  await expect(status(page, /^Saved$/)).toHaveCount(1);
  await gateway.stop();
});

test("a newer version without an author can be compared, and no sentence has a gap for the name", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  await page.goto(CONTACT_PAGE);
  const form = new ContactForm(page);
  await form.type(EMERGENCY, "mine@example.com");
  await save(await portal.person(maya), NORTHGATE, { technical_emergency: ["theirs@example.com"] });
  await page.route(/\/contact-information$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), updated_by: null } });
  });
  await form.save.press("Enter");
  const conflict = page.getByText("Someone else saved changes while you were editing");
  await expect(conflict.last()).toBeVisible();
  await expect(page.getByText(/^\P{L}* saved changes/u)).toHaveCount(0);
});
