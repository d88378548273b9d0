// Tests that a user who may not edit learns what is missing and who to ask.

import { ContactForm } from "../../support/contact_form.ts";
import { expect, test } from "../../support/fixtures.ts";
import { isolated } from "../../support/isolated.ts";
import { BELLA_VISTA, COMPLETE_DOCUMENT, noa, siobhan } from "../../support/people.ts";

test("a reader sees what is missing and who can fill it in, but no form", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, noa);
  await page.goto("/portal/");
  const dialog = page.getByRole("dialog", { name: "Required information" });
  await expect(dialog.getByText("Your role doesn’t allow you to edit the contact information")).toBeVisible();

  for (const person of ["Giulia Conti", "Maya Lindqvist", "Tomasz Zieliński"]) {
    await expect(dialog.getByRole("listitem").filter({ hasText: person })).toBeVisible();
  }
  const requirement = (text: string) => dialog.getByRole("listitem").filter({ hasText: text });
  for (const field of [
    "Technical emergency contacts",
    "Technical non-emergency contacts",
    "Operational contact for merchant issues",
    `Operational contact (for ${isolated("Meridian")})`,
    "Operational contact (to share with users)",
    "Operational support",
  ]) {
    await expect(requirement(field)).toContainText("Missing");
  }
  await expect(requirement("Alert contacts")).toContainText("Required in Production");

  const form = new ContactForm(page);
  await expect(form.submit).toHaveCount(0);
  await expect(dialog.getByRole("tabpanel").getByRole("textbox")).toHaveCount(0);
});

test("the backend refuses a save by a reader", async ({ page, portal }) => {
  await portal.signIn(page, noa);
  const path = `/accounts/${BELLA_VISTA}/contact-information`;
  const before = await portal.api(page, "GET", path);
  expect(before.status()).toBe(200);
  const refused = await portal.api(page, "PUT", `${path}?environment=sandbox`, {
    data: COMPLETE_DOCUMENT,
    headers: { "if-match": before.headers()["etag"]! },
  });
  expect(refused.status()).toBe(403);
  expect(await refused.json()).toMatchObject({ code: "not_permitted" });
});

test("a reader's open page also unlocks once a colleague has completed the form", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, noa);
  await page.goto("/portal/help");
  // This notice belongs to the same chunk as the pages, so their code has loaded by then.
  await expect(page.getByText("Your role doesn’t allow you to edit the contact information")).toBeVisible();
  const editor = await portal.person({ account: "Bella Vista Bookings", role: "editor" });
  const path = `/accounts/${BELLA_VISTA}/contact-information`;
  const before = await editor.api("GET", path);
  const saved = await editor.api("PUT", `${path}?environment=sandbox`, {
    data: COMPLETE_DOCUMENT,
    headers: { "if-match": before.headers()["etag"]! },
  });
  expect(saved.status()).toBe(200);
  await expect(page.getByRole("heading", { level: 1, name: "Help and support" })).toBeVisible({
    timeout: 2_000,
  });
});

test("a reader of a complete account reads the contact information without a form", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, siobhan);
  await page.goto("/portal/configuration/contact-information");
  const main = page.getByRole("main");
  // The details of the history are hidden until they are opened.
  const values = main.getByRole("definition");
  await expect(values.filter({ hasText: "oncall@northgate.example.com" })).toHaveCount(1);
  await expect(values.filter({ hasText: "Amara Okafor" })).toHaveCount(1);
  await expect(main.getByRole("textbox")).toHaveCount(0);
  await expect(new ContactForm(page).save).toHaveCount(0);
});
