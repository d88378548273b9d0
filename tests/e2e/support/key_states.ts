// The key states of the portal, which a test can reach in any language.

import { expect } from "@playwright/test";

import type { PortalView } from "./page_object.ts";
import { amara, beatriz, giulia } from "./people.ts";
import type { UserCriteria } from "./portal.ts";

/** A state of the portal: its user, its address, and the steps that reach it from there. */
export interface KeyState {
  user: UserCriteria;
  path: string;
  reach(view: PortalView): Promise<void>;
}

async function openUsersTab(view: PortalView): Promise<void> {
  await view.tab("Users").click();
  await expect(view.user("Tomasz Zieliński")).toBeVisible();
}

export const KEY_STATES: Record<string, KeyState> = {
  "modal-empty": { user: giulia, path: "/portal/", reach: (view) => view.formIsWhole() },
  "modal-errors": {
    user: giulia,
    path: "/portal/",
    reach: async (view) => {
      await view.formIsWhole();
      await view.box("TechnicalEmergency").fill("no-address");
      await view.addScheduleIn("Europe/Rome");
      await view.button("Submit").press("Enter");
      await expect(view.page.getByRole("alert")).toContainText(view.say("ErrorRequiredAddresses"));
    },
  },
  "support-hours": {
    user: giulia,
    path: "/portal/",
    reach: async (view) => {
      await view.formIsWhole();
      await view.addScheduleIn("Europe/Rome");
      await view.addScheduleIn("Asia/Jerusalem");
      const picture = view.region("CoverageTitle");
      await expect(picture.getByRole("listitem").first()).toBeAttached();
      await picture.scrollIntoViewIfNeeded();
    },
  },
  "users-tab": { user: giulia, path: "/portal/", reach: openUsersTab },
  "add-user": {
    user: giulia,
    path: "/portal/",
    reach: async (view) => {
      await openUsersTab(view);
      await view.button("AddUser").click();
      await expect(view.box("EmailAddress")).toBeVisible();
    },
  },
  home: {
    user: amara,
    path: "/portal/",
    reach: async (view) => {
      await expect(view.region("OnboardingPlan").getByRole("listitem")).toHaveCount(3);
      await expect(view.page.getByText("partner-20533")).toBeVisible();
    },
  },
  "contact-page": {
    user: amara,
    path: "/portal/configuration/contact-information",
    reach: (view) => view.formIsWhole(),
  },
  "users-page": {
    user: beatriz,
    path: "/portal/configuration/account-and-users",
    reach: (view) => expect(view.user("@")).toBeVisible(),
  },
};

/** Signs in and goes to the state. */
export async function openKeyState(view: PortalView, { user, path, reach }: KeyState): Promise<void> {
  await view.portal.signIn(view.page, user);
  await view.page.goto(path);
  await reach(view);
}
