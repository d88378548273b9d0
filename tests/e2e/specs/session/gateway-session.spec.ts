// Tests a gateway in front of the API that has its own sessions. When such a session has ended, the
// gateway responds in place of the backend.

import type { IncomingMessage, ServerResponse } from "node:http";

import { ContactForm, openForm } from "../../support/contact_form.ts";
import { expect, type Page, test } from "../../support/fixtures.ts";
import { draftSaved } from "../../support/kept_draft.ts";
import { CEDAR_STONE, COMPLETE_DOCUMENT, hannah, meiLing } from "../../support/people.ts";
import { Gateway } from "../../support/servers/gateway.ts";
import { save } from "../../support/stored.ts";

const EMERGENCY = "Technical emergency contacts";
const PAGE = "<!doctype html><title>Sign in</title>";
const HTML = { "content-type": "text/html" };

const again = (page: Page) => page.getByRole("button", { name: "I have signed in again" });

type Answer = (response: ServerResponse, elsewhere: string) => void;

const ANSWERS: [string, Answer][] = [
  ["401 without a body", (response) => response.writeHead(401).end()],
  ["401 and a page", (response) => response.writeHead(401, HTML).end(PAGE)],
  [
    "401 and an error of its own",
    (response) =>
      response.writeHead(401, { "content-type": "application/json" }).end('{"message":"expired"}'),
  ],
  ["403 and a page", (response) => response.writeHead(403, HTML).end(PAGE)],
  [
    "a redirect to its sign-in page",
    (response) => response.writeHead(302, { location: "/gateway/sign-in" }).end(),
  ],
  [
    "a redirect to another origin",
    (response, elsewhere) => response.writeHead(302, { location: `${elsewhere}/sign-in` }).end(),
  ],
];

const isApi = (request: IncomingMessage) => request.url!.startsWith("/api/v1/");

for (const [what, answer] of ANSWERS) {
  test.describe(`when a gateway ends the session with ${what}`, () => {
    let gateway: Gateway;
    let signInPage: Gateway;
    let asked: number;

    /** Ends the gateway's session: from now on it answers the requests that `isRefused` accepts. */
    const end = (isRefused: (request: IncomingMessage) => boolean) => {
      gateway.rules.answer = (request, response) => {
        if (request.url === "/gateway/sign-in") {
          response.writeHead(200, HTML).end(PAGE);
          return true;
        }
        if (!isRefused(request)) return false;
        // An unread body would be parsed as the start of the next request.
        request.resume().on("end", () => answer(response, signInPage.url));
        return true;
      };
    };
    const begin = () => delete gateway.rules.answer;

    test.beforeEach(async ({ portal }) => {
      asked = 0;
      gateway = await Gateway.start(portal.url);
      signInPage = await Gateway.start(portal.url, {
        answer(_, response) {
          asked += 1;
          response.writeHead(200, HTML).end(PAGE);
          return true;
        },
      });
    });
    test.afterEach(async () => {
      // The portal follows no redirect, so it sends no typed text to another address.
      expect(asked).toBe(0);
      await gateway.stop();
      await signInPage.stop();
    });

    test("saving a draft, the long poll and opening a page each show that the session has ended", async ({
      page,
      portal,
    }) => {
      const form = await openForm(page, portal, hannah, `${gateway.url}/portal/`);
      await form.type(EMERGENCY, "first@example.com");
      await expect(draftSaved(page)).toBeVisible();
      end((request) => request.method === "PUT" || request.url === "/api/v1/session");
      await form.type(EMERGENCY, "later@example.com");
      await expect(page.getByText("Your session has ended")).toBeVisible();
      await expect(page.getByText("What you typed is still here.")).toBeVisible();
      begin();
      await again(page).press("Enter");
      await expect(form.chip("first@example.com")).toBeVisible();
      await expect(form.chip("later@example.com")).toBeVisible();
      await expect(draftSaved(page)).toBeVisible();

      end((request) => isApi(request) && request.headers["prefer"] !== undefined);
      // A change ends the long poll.
      await save(await portal.person(meiLing), CEDAR_STONE, COMPLETE_DOCUMENT);
      await expect(page.getByText("Your session has ended")).toBeVisible();

      end(isApi);
      await page.goto(`${gateway.url}/portal/help`);
      await expect(page.getByRole("heading", { name: "Choose a person" })).toBeVisible();
    });
  });
}

test("a submit shows that a gateway has ended the session, and can be sent again", async ({
  page,
  portal,
}) => {
  const gateway = await Gateway.start(portal.url);
  const form = await openForm(page, portal, hannah, `${gateway.url}/portal/`);
  await form.fillIn();
  await expect(draftSaved(page)).toBeVisible();
  gateway.rules.answer = (request, response) => {
    if (!isApi(request)) return false;
    request.resume().on("end", () => response.writeHead(302, { location: "/sign-in" }).end());
    return true;
  };
  await form.submit.press("Enter");
  await expect(page.getByText("Your session has ended")).toBeVisible();
  gateway.rules = {};
  await again(page).press("Enter");
  await form.submit.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await gateway.stop();
});

test("a single request refused by a proxy is shown as failed, and the session continues", async ({
  page,
  portal,
}) => {
  const gateway = await Gateway.start(portal.url);
  await portal.signIn(page, hannah);
  await page.goto(`${gateway.url}/portal/`);
  const form = new ContactForm(page);
  await form.fillIn();
  await expect(draftSaved(page)).toBeVisible();
  gateway.rules.answer = (request, response) => {
    const isRefused = request.method === "PUT";
    if (isRefused) request.resume().on("end", () => response.writeHead(403, HTML).end(PAGE));
    return isRefused;
  };
  await form.submit.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Not saved" })).toHaveCount(1);
  await expect(form.chip("oncall@example.com")).toBeVisible();
  gateway.rules = {};
  await form.submit.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await gateway.stop();
});
