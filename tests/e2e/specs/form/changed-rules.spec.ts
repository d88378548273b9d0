// Tests an operator's change: a field is removed from an integration type while accounts still have
// entries stored in it.

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ContactForm } from "../../support/contact_form.ts";
import { expect, type Page, test } from "../../support/fixtures.ts";
import { amara, siobhan } from "../../support/people.ts";
import { Portal, type UserCriteria } from "../../support/portal.ts";
import { Backend } from "../../support/servers/backend.ts";

const TYPES = new URL("../../../../crates/backend/integration-types.toml", import.meta.url);
const FIELD = "Operational contact for merchant issues";

let folder: string;
let backend: Backend;

test.beforeEach(async ({ demoDatabase }) => {
  folder = await mkdtemp(join(tmpdir(), "partner-portal-types-"));
  const changed = join(folder, "types.toml");
  const types = await readFile(TYPES, "utf8");
  const [before, after] = ["optional", "unavailable"].map((rule) => `merchant_issues = "${rule}"`);
  await writeFile(changed, types.replaceAll(before!, after!));
  backend = await Backend.start([`--integration-types=${changed}`], demoDatabase);
});
test.afterEach(async () => {
  await backend.stop();
  await rm(folder, { recursive: true });
});

async function openModal(page: Page, user: UserCriteria) {
  await new Portal(backend).signIn(page, user);
  await page.goto(`${backend.url}/portal/`);
  const dialog = page.getByRole("dialog", { name: "Required information" });
  const progress = dialog.getByRole("progressbar");
  await expect(progress, "the progress counts the field that must be corrected").toHaveAttribute("aria-valuemax", "6");
  await expect(progress).toHaveAttribute("aria-valuenow", "5");
  return dialog;
}

test("a reader learns why a field that is filled in must be corrected", async ({ page }) => {
  const dialog = await openModal(page, siobhan);
  const field = dialog.getByRole("listitem").filter({ hasText: FIELD });
  await expect(field).toContainText("Needs correction");
  await expect(field).toContainText("This field isn’t part of your integration.");
});

test("an editor sees the problem, removes the entries, and the portal opens", async ({ page }) => {
  const dialog = await openModal(page, amara);
  await expect(dialog.getByText("Not part of your integration")).toBeVisible();
  const form = new ContactForm(page);
  await form.submit.press("Enter");
  await expect(form.summary).toContainText(`${FIELD}: This field isn’t part of your integration.`);
  await form.chip("merchants@northgate.example.com").focus();
  await page.keyboard.press("Delete");
  await form.submit.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
});
