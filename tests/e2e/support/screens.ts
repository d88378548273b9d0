// The key states of the portal, which a test can reach in any language.

import { expect, type Locator, type Page } from "@playwright/test";

import { amara, beatriz, giulia } from "./people.ts";
import type { Portal, Who } from "./portal.ts";
import type { Sentences } from "./sentences.ts";

/** The page, its portal and the sentences of its language. */
export interface Place {
  page: Page;
  portal: Portal;
  sentences: Sentences;
}

/** A state of the portal: its user, its address, and the steps that reach it from there. */
export interface Screen {
  who: Who;
  path: string;
  reach(place: Place): Promise<void>;
}

export const dialog = ({ page, sentences }: Place): Locator =>
  page.getByRole("dialog", { name: sentences.say("RequiredInformation") });

const button = ({ page, sentences }: Place, key: string): Locator =>
  page.getByRole("button", { name: sentences.say(key), exact: true });

const box = ({ page, sentences }: Place, key: string): Locator =>
  page.getByRole("textbox", { name: sentences.say(key), exact: true });

/** Waits until the form is drawn down to its last field. */
async function formIsWhole(place: Place): Promise<void> {
  await expect(button(place, "AddSchedule")).toBeVisible();
  await expect(box(place, "OperationalShared")).toHaveValue(/@/);
}

/** Adds a schedule and picks its time zone by part of the IANA id. */
export async function addSchedule(place: Place, zone: string): Promise<void> {
  const { page, sentences } = place;
  await button(place, "AddSchedule").press("Enter");
  const picker = page.getByRole("combobox", { name: sentences.say("TimeZone") }).last();
  await expect(picker).toBeFocused();
  await page.keyboard.type(zone);
  const zones = page.getByRole("listbox", { name: sentences.say("TimeZones") });
  await expect(zones.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(zones).toBeHidden();
}

/** Waits until the list of users shows a row with this text. */
async function usersAreThere({ page, sentences }: Place, name: string): Promise<void> {
  const users = page.getByRole("table", { name: sentences.say("Users"), exact: true });
  await expect(users.getByRole("row").filter({ hasText: name }).first()).toBeVisible();
}

async function openUsersTab(place: Place): Promise<void> {
  await place.page.getByRole("tab", { name: place.sentences.say("Users") }).click();
  await usersAreThere(place, "Tomasz Zieliński");
}

export const SCREENS: Record<string, Screen> = {
  "modal-empty": { who: giulia, path: "/portal/", reach: formIsWhole },
  "modal-errors": {
    who: giulia,
    path: "/portal/",
    reach: async (place) => {
      await formIsWhole(place);
      await box(place, "TechnicalEmergency").fill("no-address");
      await addSchedule(place, "Europe/Rome");
      await button(place, "Submit").press("Enter");
      await expect(place.page.getByRole("alert")).toContainText(
        place.sentences.say("ErrorRequiredAddresses"),
      );
    },
  },
  "support-hours": {
    who: giulia,
    path: "/portal/",
    reach: async (place) => {
      await formIsWhole(place);
      await addSchedule(place, "Europe/Rome");
      await addSchedule(place, "Asia/Jerusalem");
      const { page, sentences } = place;
      const picture = page.getByRole("region", { name: sentences.say("CoverageTitle") });
      await expect(picture.getByRole("listitem").first()).toBeAttached();
      await picture.scrollIntoViewIfNeeded();
    },
  },
  "users-tab": { who: giulia, path: "/portal/", reach: openUsersTab },
  "add-user": {
    who: giulia,
    path: "/portal/",
    reach: async (place) => {
      await openUsersTab(place);
      await button(place, "AddUser").click();
      await expect(box(place, "EmailAddress")).toBeVisible();
    },
  },
  home: {
    who: amara,
    path: "/portal/",
    reach: async ({ page, sentences }) => {
      const plan = page.getByRole("region", { name: sentences.say("OnboardingPlan") });
      await expect(plan.getByRole("listitem")).toHaveCount(3);
      await expect(page.getByText("partner-20533")).toBeVisible();
    },
  },
  "contact-page": {
    who: amara,
    path: "/portal/configuration/contact-information",
    reach: formIsWhole,
  },
  "users-page": {
    who: beatriz,
    path: "/portal/configuration/account-and-users",
    reach: (place) => usersAreThere(place, "@"),
  },
};

/** Signs in and goes to the state. */
export async function show(place: Place, { who, path, reach }: Screen): Promise<void> {
  await place.portal.signIn(place.page, who);
  await place.page.goto(path);
  await reach(place);
}
