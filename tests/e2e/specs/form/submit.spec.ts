// Tests submitting the form: a refused submit shows the reasons, and an accepted one opens the portal.

import type { Page } from "@playwright/test";

import { ContactForm, openForm } from "../../support/contact_form.ts";
import { expect, test } from "../../support/fixtures.ts";
import { isolated } from "../../support/isolated.ts";
import { BELLA_VISTA, CEDAR_STONE, giulia, hannah } from "../../support/people.ts";
import { stored, storedDocument } from "../../support/stored.ts";

const dialog = (page: Page) => page.getByRole("dialog", { name: "Required information" });

test("submitting an empty form lists everything that is missing, and moves the focus to the list", async ({
  page,
  portal,
}) => {
  const form = await openForm(page, portal, giulia);
  await expect(form.shared).toHaveValue("support@bellavista.example.com");
  await expect(form.summary).toBeHidden();
  await form.submit.press("Enter");

  await expect(form.summary).toContainText("5 answers need your attention");
  await expect(form.summary.getByRole("button")).toHaveText([
    "Technical emergency contacts: Enter at least one email address.",
    "Technical non-emergency contacts: Enter at least one email address.",
    "Operational contact for merchant issues: Enter at least one email address.",
    `Operational contact (for ${isolated("Meridian")}): Enter at least one email address.`,
    "Operational support: Add at least one schedule.",
  ]);
  await expect
    .poll(() => page.evaluate(() => focused()?.textContent))
    .toContain("5 answers need your attention");
  await expect(page.getByRole("tab", { name: "Contact information" })).toContainText("5 errors");
  for (const label of ["Technical emergency contacts", "Technical non-emergency contacts"] as const) {
    await expect(form.box(label)).toHaveAttribute("aria-invalid", "true");
    await expect(form.box(label)).toHaveAccessibleDescription(/Enter at least one email address/);
  }
});

test("each entry of the error summary moves the focus to its field", async ({ page, portal }) => {
  const form = await openForm(page, portal, giulia);
  await form.submit.press("Enter");
  const entry = (text: string) => form.summary.getByRole("button", { name: text });
  await entry("Technical non-emergency contacts:").press("Enter");
  await expect(form.box("Technical non-emergency contacts")).toBeFocused();
  await entry("Operational contact for merchant issues:").press("Enter");
  await expect(form.box("Operational contact for merchant issues")).toBeFocused();
  await entry("Operational support:").press("Enter");
  await expect(page.getByRole("group", { name: "Operational support", exact: true })).toBeFocused();
});

test("an error disappears when its field is corrected, and the summary with the last error", async ({
  page,
  portal,
}) => {
  const form = await openForm(page, portal, hannah);
  await form.submit.press("Enter");
  await expect(form.summary).toContainText("4 answers need your attention");
  await expect(page.locator(".error-summary")).toBeFocused();
  const box = form.box("Technical emergency contacts");
  await form.type("Technical emergency contacts", "oncall@example.com");
  await expect(form.summary).toContainText("3 answers need your attention");
  await expect(form.summary.getByText("Technical emergency contacts")).toHaveCount(0);
  await expect(box).not.toHaveAttribute("aria-invalid", "true");
  await form.type("Technical non-emergency contacts", "api-team@example.com");
  await form.type("Operational contact (for the platform)", "ops@example.com");
  await expect(form.summary).toContainText("1 answer needs your attention");
  await form.addSchedule("America/Chicago");
  await expect(form.summary).toBeHidden();
});

test("an entry that is not an address stays with its error, and can be corrected by keyboard", async ({
  page,
  portal,
}) => {
  const form = await openForm(page, portal, hannah);
  await form.type("Technical emergency contacts", "oncall.example.com");
  await expect(form.chip("oncall.example.com")).toHaveAccessibleDescription(/exactly one @ sign/);
  await form.chip("oncall.example.com").press("F2");
  const edited = page.getByRole("textbox", {
    name: `Edit ${isolated("oncall.example.com")}`,
    exact: true,
  });
  await expect(edited).toBeFocused();
  await edited.fill("oncall@example.com");
  await edited.press("Enter");
  await expect(form.chip("oncall@example.com")).toBeVisible();
  await expect(page.getByText(/exactly one @ sign/)).toBeHidden();
});

test("a pasted list becomes one chip for each address", async ({ page, portal, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const form = await openForm(page, portal, hannah);
  await form.box("Technical emergency contacts").focus();
  await page.evaluate(() =>
    navigator.clipboard.writeText("Ada <ada@example.com>, bo@example.com;\ncy@example.com"),
  );
  await page.keyboard.press("Control+v");
  for (const address of ["ada@example.com", "bo@example.com", "cy@example.com"]) {
    await expect(form.chip(address)).toBeVisible();
  }
});

test("submitting a complete form opens the page at the address that was opened", async ({ page, portal }) => {
  await portal.signIn(page, giulia);
  await page.goto("/portal/configuration/account-and-users");
  const form = new ContactForm(page);
  await form.type("Technical emergency contacts", "OnCall@Example.COM", "pager@example.com");
  await form.type("Technical non-emergency contacts", "api-team@example.com");
  await form.type("Operational contact for merchant issues", "merchants@xn--bcher-kva.example");
  // Text that is still in a box when the form is submitted counts as an entry.
  await form.box("Operational contact (for the platform)").fill("ops@example.com");
  await form.addSchedule("Europe/Warsaw");
  const around = await form.addSchedule("America/Sao_Paulo", "São Paulo");
  await around.getByRole("button", { name: "Around the clock" }).press("Enter");
  await expect(around.getByRole("textbox", { name: "Closes" })).toHaveValue(/^12:00\sAM$/);
  await form.submit.press("Enter");

  await expect(dialog(page)).toHaveCount(0);
  await expect(page).toHaveURL("/portal/configuration/account-and-users");
  const heading = page.getByRole("heading", { level: 1, name: "Account and users" });
  await expect(heading).toBeFocused();
  await expect(
    page.getByRole("status").filter({ hasText: "Contact information is complete." }),
  ).toHaveCount(1);

  const { revision, contact_information } = await storedDocument(portal, page, BELLA_VISTA);
  expect(revision).toBe(1);
  expect(contact_information).toEqual({
    alert_contacts: [],
    technical_emergency: ["OnCall@example.com", "pager@example.com"],
    technical_non_emergency: ["api-team@example.com"],
    merchant_issues: ["merchants@bücher.example"],
    operational_platform: ["ops@example.com"],
    operational_shared: "support@bellavista.example.com",
    operational_support: [
      {
        time_zone: "Europe/Warsaw",
        hours: [
          {
            days: ["monday", "tuesday", "wednesday", "thursday", "friday"],
            opens: "09:00",
            closes: "17:00",
          },
        ],
      },
      {
        time_zone: "America/Sao_Paulo",
        hours: [
          {
            days: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
            opens: "00:00",
            closes: "24:00",
          },
        ],
      },
    ],
  });
});

test("contacts for merchant issues may be empty if the integration type makes them optional", async ({
  page,
  portal,
}) => {
  const form = await openForm(page, portal, hannah);
  await form.fillIn();
  await expect(form.box("Operational contact for merchant issues")).toBeVisible();
  await form.submit.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeFocused();
  expect((await stored(portal, page, CEDAR_STONE)).merchant_issues).toEqual([]);
});

test("a pending submit shows its progress, and pressing Submit again sends no second request", async ({
  page,
  portal,
}) => {
  const form = await openForm(page, portal, hannah);
  await form.fillIn();
  let sent = 0;
  page.on("request", (request) => {
    if (request.method() === "PUT" && !request.url().endsWith("/draft")) sent += 1;
  });
  await portal.api(page, "PUT", "/test/faults", { data: { hold: "save", times: 1 } });
  await form.submit.press("Enter");
  await expect(form.submit).toHaveAttribute("aria-busy", "true");
  await expect(page.getByText("Saving…").first()).toBeVisible();
  await expect(form.submit).toBeFocused();
  await form.submit.press("Enter");
  await form.submit.click({ force: true });
  await portal.api(page, "DELETE", "/test/faults");
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  expect(sent).toBe(1);
});

declare global {
  /** Returns the focused element inside the portal. The tests define it in the page. */
  function focused(): Element | null;
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.focused = () => document.getElementById("portal")!.shadowRoot!.activeElement;
  });
});
