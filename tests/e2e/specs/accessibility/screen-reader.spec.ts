// Tests the main tasks as a screen reader presents them: names, roles, states and descriptions, and the
// announcements, each once and in order.

import { announcements, recordAnnouncements } from "../../support/announcements.ts";
import { ContactForm, openForm } from "../../support/contact_form.ts";
import { expect, test } from "../../support/fixtures.ts";
import { isolated } from "../../support/isolated.ts";
import { amara, giulia, hannah, maya, NORTHGATE } from "../../support/people.ts";
import { save } from "../../support/stored.ts";
import { UsersPanel } from "../../support/users_panel.ts";

const CONTACT_PAGE = "/portal/configuration/contact-information";

test("the mandatory modal announces its name, its progress and its ways out", async ({ page, portal }) => {
  const form = await openForm(page, portal, giulia);
  await expect(form.shared).toHaveValue(/@/);
  const dialog = page.getByRole("dialog", { name: "Required information", exact: true });
  await expect(dialog.getByRole("heading", { level: 2 }).first()).toBeFocused();
  await expect(dialog.locator(".dialog-header")).toMatchAriaSnapshot(`
    - banner:
      - heading "Required information" [level=2]
      - link "How to get help"
      - link "Contact support"
      - text: Bella Vista Bookings
      - group "Environment":
        - link "Sandbox"
        - link "Production"
      - combobox "Language"
      - button "Giulia Conti"
      - progressbar "Required information"
      - tablist "Required information":
        - tab "Contact information" [selected]
        - tab "Users"
  `);
  const progress = dialog.getByRole("progressbar");
  await expect(progress).toHaveAttribute("aria-valuetext", `${isolated(0)} of 6 complete`);
  await expect(dialog.getByRole("button", { name: "Giulia Conti" })).toHaveAttribute(
    "aria-expanded",
    "false",
  );
  await expect(dialog.getByRole("tabpanel", { name: "Contact information" })).toBeVisible();
  // The live regions are inside the modal from the start, because a screen reader ignores those outside.
  const regions = dialog.locator("[role=status]");
  await expect.poll(() => regions.count()).toBeGreaterThan(4);
});

test("a field has a description of its purpose, its requirement and its errors", async ({
  page,
  portal,
}) => {
  const form = await openForm(page, portal, giulia);
  await expect(form.shared).toHaveValue(/@/);
  const box = form.box("Technical emergency contacts");
  await expect(box).toHaveAttribute("aria-required", "true");
  await expect(box).not.toHaveAttribute("aria-invalid");
  const purpose =
    "Who we notify in a technical emergency, for example when your integration has been switched off.";
  const hint = "We recommend an on-call (pager) alias: an address that wakes the person on duty.";
  await expect(box).toHaveAccessibleDescription(`${purpose} ${hint}`);
  const locked = page.getByRole("group", { name: "Alert contacts", exact: true });
  await expect(locked).toHaveAccessibleDescription(/^Required .*only be set in the Production/);
  await expect(form.shared).toHaveAccessibleDescription(/^Shared with users /);

  await recordAnnouncements(page);
  await form.type("Technical emergency contacts", "no-address");
  const chip = form.chip("no-address");
  await expect(chip).toHaveAccessibleDescription(/^no-address An email address has exactly one @/);
  await expect(box).toHaveAttribute("aria-invalid", "true");
  await chip.press("Enter");
  const edited = page.getByRole("textbox", { name: `Edit ${isolated("no-address")}` });
  await expect(edited).toHaveAttribute("aria-invalid", "true");
  await expect(edited).toHaveAccessibleDescription(/exactly one @/);
  await page.keyboard.press("Escape");
  await form.submit.press("Enter");
  await expect(form.summary).toBeVisible();
  await expect(page.locator(".error-summary")).toBeFocused();
  const empty = form.box("Technical non-emergency contacts");
  await expect(empty).toHaveAttribute("aria-invalid", "true");
  await expect(empty).toHaveAccessibleDescription(/Enter at least one email address\.$/);
  await expect(page.getByRole("tab", { name: /^Contact information/ })).toHaveAccessibleName(
    "Contact information 5 errors",
  );
  expect(await announcements(page)).toEqual([
    "1 address added",
    expect.stringMatching(/^There is a problem: 5 answers need your attention/),
  ]);
});

test("the list of time zones is a combobox that announces its results and the active option", async ({
  page,
  portal,
}) => {
  const form = await openForm(page, portal, giulia);
  await expect(form.shared).toHaveValue(/@/);
  await recordAnnouncements(page);
  await page.getByRole("button", { name: "Add schedule" }).press("Enter");
  const picker = form.schedule(1).getByRole("combobox", { name: "Time zone" });
  await expect(picker).toBeFocused();
  await expect(picker).toHaveAttribute("aria-expanded", "false");
  await expect(picker).toHaveAttribute("aria-autocomplete", "list");
  await expect(picker).toHaveAttribute("aria-required", "true");
  await expect.poll(() => announcements(page)).toEqual(["Schedule 1 added"]);
  await form.hasTables();
  await page.keyboard.type("wars");
  const zones = page.getByRole("listbox", { name: "Time zones" });
  await expect(zones.getByRole("option")).toHaveCount(1);
  await expect(picker).toHaveAttribute("aria-expanded", "true");
  const active = zones.getByRole("option", { name: /^Warsaw/, selected: true });
  await expect(active).toHaveId((await picker.getAttribute("aria-activedescendant"))!);
  await expect.poll(async () => (await announcements(page)).at(-1)).toBe("1 result");
  await page.keyboard.type("zzzz");
  await expect(picker).toHaveAttribute("aria-expanded", "false");
  await expect.poll(async () => (await announcements(page)).at(-1)).toMatch(/^No time zone has that name/);
  await page.keyboard.press("Escape");
  const spoken = await announcements(page);
  expect(new Set(spoken).size, spoken.join("; ")).toBe(spoken.length);
});

test("a completed form ends with one announcement that the portal is open", async ({
  page,
  portal,
}) => {
  const form = await openForm(page, portal, hannah);
  await form.fillIn();
  await recordAnnouncements(page);
  await form.submit.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeFocused();
  const open = "Contact information is complete. The portal is open.";
  await expect.poll(() => announcements(page)).toContain(open);
  const spoken = await announcements(page);
  // The progress of the button may be over before it is announced.
  expect(spoken.filter((it) => !["Saving…", "Saved"].includes(it))).toEqual([open]);
});

test("the table of users has headers, its dialogs describe their errors, and results are announced", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, giulia);
  const users = new UsersPanel(page);
  await users.openTab();
  const tab = page.getByRole("tab", { name: "Users" });
  await expect(tab).toHaveAttribute("aria-selected", "true");
  await expect(tab).toHaveAttribute("aria-controls", "panel-users");
  await expect(page.getByRole("table", { name: "Users" })).toMatchAriaSnapshot(`
    - table "Users":
      - rowgroup:
        - row:
          - columnheader "Name"
          - columnheader "Role"
          - columnheader "Status"
          - columnheader "Manage"
  `);
  const noa = users.row("Noa Ben-David");
  await expect(noa.getByRole("rowheader")).toContainText("noa.bendavid@example.com");
  await expect(noa.getByRole("cell").first()).toHaveText("Reader");

  await recordAnnouncements(page);
  const search = page.getByRole("textbox", { name: "Search by name or email" });
  await search.fill("noa");
  await expect.poll(() => announcements(page)).toEqual(["1 user"]);
  const dialog = await users.add();
  await dialog.getByRole("textbox", { name: "Email address" }).fill("ann@example");
  await dialog.getByRole("button", { name: "Add and invite" }).click();
  const name = dialog.getByRole("textbox", { name: "Name" });
  await expect(name).toBeFocused();
  await expect(name).toHaveAttribute("aria-required", "true");
  await expect(name).toHaveAttribute("aria-invalid", "true");
  await expect(name).toHaveAccessibleDescription("Enter a name.");
  const role = dialog.getByRole("group", { name: "Role" });
  await expect(role).toHaveAccessibleDescription("Choose a role.");
  await page.keyboard.press("Escape");

  const managed = await users.manage("Noa Ben-David");
  await expect(managed).toBeVisible();
  await managed.getByRole("radio", { name: "Editor" }).check();
  await managed.getByRole("button", { name: "Save role" }).press("Enter");
  await expect.poll(() => announcements(page)).toEqual(["1 user", "Role saved"]);
});

test("a conflict is announced once, and each version has a name and its content as description", async ({
  page,
  portal,
}) => {
  await portal.signIn(page, amara);
  await page.goto(CONTACT_PAGE);
  const form = new ContactForm(page);
  await form.type("Technical emergency contacts", "mine@example.com");
  await expect(page.getByText(/^Draft saved /).first()).toBeVisible();
  await recordAnnouncements(page);
  await save(await portal.person(maya), NORTHGATE, { technical_emergency: ["theirs@example.com"] });
  await expect
    .poll(() => announcements(page))
    .toEqual([expect.stringMatching(/^Maya Lindqvist has saved changes since you started editing\./)]);
  await page.getByRole("button", { name: "Compare now" }).press("Enter");
  await expect(page.locator("#conflict")).toBeFocused();
  const field = page
    .getByRole("group", { name: "Technical emergency contacts", exact: true })
    .filter({ has: page.getByRole("radio") });
  const theirs = field.getByRole("radio", { name: "Saved version" });
  await expect(theirs).toHaveAccessibleDescription("theirs@example.com");
  await page.getByRole("button", { name: "Save these choices" }).press("Enter");
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription("Choose one of the two versions.");
  await theirs.press("Space");
  await page.getByRole("button", { name: "Save these choices" }).press("Enter");
  await expect(form.chip("theirs@example.com")).toBeVisible();
  const spoken = await announcements(page);
  expect(spoken.slice(1)).toEqual(["Someone else saved changes while you were editing"]);
});
