// States of the form in the mandatory modal.

import { expect } from "@playwright/test";

import { beatriz, giulia } from "../people.ts";
import type { Visit } from "./state.ts";

const TABLES = "**/tables-*.wasm";

export const MODAL: Visit = {
  name: "the modal",
  states: [
    {
      name: "empty",
      reach: async (view) => {
        await view.portal.signIn(view.page, giulia);
        await view.page.goto("/portal/");
        await view.formIsWhole();
      },
    },
    {
      name: "with the account menu open",
      reach: async (view) => {
        const modal = view.dialog("RequiredInformation");
        await modal.getByRole("button", { name: "Giulia Conti" }).press("Enter");
        await expect(view.button("SignOut")).toBeVisible();
      },
    },
    {
      name: "with a chip that is being edited, and a removed one",
      reach: async (view) => {
        await view.page.keyboard.press("Escape");
        await view.typeAddress("TechnicalEmergency", "removed@example.com");
        await view.typeAddress("TechnicalEmergency", "oncall@example.com");
        await view.chip("removed@example.com").press("Delete");
        await expect(view.button("Undo")).toBeVisible();
        await view.chip("oncall@example.com").press("Enter");
        await expect(view.page.locator(".chip-edit")).toBeFocused();
      },
    },
    {
      name: "with the list of time zones open",
      reach: async (view) => {
        await view.page.keyboard.press("Escape");
        await view.addSchedule();
        await view.openZones("Europe/");
      },
    },
    {
      name: "with schedules, overlapping hours and days to copy to",
      reach: async (view) => {
        await view.page.keyboard.press("Enter");
        await view.addScheduleIn("Asia/Jerusalem");
        await view.button("PresetAroundTheClock").last().press("Enter");
        await view.button("AddHours").first().press("Enter");
        await view.button("CopyTo").first().press("Enter");
        await expect(view.button("CopyHours")).toBeVisible();
        await expect(view.region("CoverageTitle").getByRole("listitem").first()).toBeAttached();
      },
    },
    {
      name: "with errors in the summary, in chips and in hours",
      reach: async (view) => {
        await view.typeAddress("TechnicalEmergency", "no-address");
        await view.addSchedule();
        await view.button("AddHours").last().press("Enter");
        await view.box("Opens").last().fill("nine");
        await view.button("Submit").press("Enter");
        await expect(view.page.getByRole("alert")).toContainText(view.say("ErrorRequiredAddresses"));
      },
    },
    {
      name: "with the draft of an earlier visit",
      reach: async (view) => {
        await expect(view.text("DraftSaved")).toBeVisible();
        await view.page.reload();
        await expect(view.text("DraftRestored")).toBeVisible();
      },
    },
    {
      name: "without the tables of time zones",
      reach: async (view) => {
        await view.page.route(TABLES, (route) => route.abort());
        await view.page.reload();
        await expect(view.region("CoverageTitle").getByRole("button")).toBeVisible();
        await view.page.unroute(TABLES);
      },
    },
  ],
};

export const PRODUCTION: Visit = {
  name: "Production",
  states: [
    {
      name: "with the list of users open",
      reach: async (view) => {
        const { page } = view;
        await view.portal.signIn(page, beatriz);
        await page.goto("/portal/?env=production");
        await view.formIsWhole();
        await view.combobox("AlertContacts").fill("Rafael Nog");
        const users = page.getByRole("listbox", { name: view.say("Users") });
        await expect(users.getByRole("option").first()).toBeVisible();
      },
    },
    {
      name: "with an alert contact",
      reach: async ({ page, sentences }) => {
        await page.getByRole("option").filter({ hasText: "rafael.nogueira@" }).click();
        const chosen = page.getByRole("list", { name: sentences.say("AlertContactsChosen") });
        await expect(chosen.getByRole("listitem")).toHaveCount(1);
      },
    },
    {
      name: "with no user found",
      reach: async (view) => {
        await view.combobox("AlertContacts").fill("zzzz");
        await expect(view.text("UsersNone")).toBeVisible();
      },
    },
  ],
};
