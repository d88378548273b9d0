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
      reach: async (place) => {
        await place.portal.signIn(place.page, giulia);
        await place.page.goto("/portal/");
        await place.formIsWhole();
      },
    },
    {
      name: "with the account menu open",
      reach: async (place) => {
        const modal = place.dialog("RequiredInformation");
        await modal.getByRole("button", { name: "Giulia Conti" }).press("Enter");
        await expect(place.button("SignOut")).toBeVisible();
      },
    },
    {
      name: "with a chip that is being edited, and a removed one",
      reach: async (place) => {
        await place.page.keyboard.press("Escape");
        await place.typeAddress("TechnicalEmergency", "removed@example.com");
        await place.typeAddress("TechnicalEmergency", "oncall@example.com");
        await place.chip("removed@example.com").press("Delete");
        await expect(place.button("Undo")).toBeVisible();
        await place.chip("oncall@example.com").press("Enter");
        await expect(place.page.locator(".chip-edit")).toBeFocused();
      },
    },
    {
      name: "with the list of time zones open",
      reach: async (place) => {
        await place.page.keyboard.press("Escape");
        await place.addSchedule();
        await place.openZones("Europe/");
      },
    },
    {
      name: "with schedules, overlapping hours and days to copy to",
      reach: async (place) => {
        await place.page.keyboard.press("Enter");
        await place.addScheduleIn("Asia/Jerusalem");
        await place.button("PresetAroundTheClock").last().press("Enter");
        await place.button("AddHours").first().press("Enter");
        await place.button("CopyTo").first().press("Enter");
        await expect(place.button("CopyHours")).toBeVisible();
        await expect(place.region("CoverageTitle").getByRole("listitem").first()).toBeAttached();
      },
    },
    {
      name: "with errors in the summary, in chips and in hours",
      reach: async (place) => {
        await place.typeAddress("TechnicalEmergency", "no-address");
        await place.addSchedule();
        await place.button("AddHours").last().press("Enter");
        await place.box("Opens").last().fill("nine");
        await place.button("Submit").press("Enter");
        await expect(place.page.getByRole("alert")).toContainText(place.say("ErrorRequiredAddresses"));
      },
    },
    {
      name: "with the draft of an earlier visit",
      reach: async (place) => {
        await expect(place.text("DraftSaved")).toBeVisible();
        await place.page.reload();
        await expect(place.text("DraftRestored")).toBeVisible();
      },
    },
    {
      name: "without the tables of time zones",
      reach: async (place) => {
        await place.page.route(TABLES, (route) => route.abort());
        await place.page.reload();
        await expect(place.region("CoverageTitle").getByRole("button")).toBeVisible();
        await place.page.unroute(TABLES);
      },
    },
  ],
};

export const PRODUCTION: Visit = {
  name: "Production",
  states: [
    {
      name: "with the list of users open",
      reach: async (place) => {
        const { page } = place;
        await place.portal.signIn(page, beatriz);
        await page.goto("/portal/?env=production");
        await place.formIsWhole();
        await place.combobox("AlertContacts").fill("Rafael Nog");
        const users = page.getByRole("listbox", { name: place.say("Users") });
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
      reach: async (place) => {
        await place.combobox("AlertContacts").fill("zzzz");
        await expect(place.text("UsersNone")).toBeVisible();
      },
    },
  ],
};
