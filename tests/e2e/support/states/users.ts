// States of the users and their access, in the modal's tab and on the page.

import { expect } from "@playwright/test";

import { amara, beatriz, BELLA_VISTA, giulia, maya, NORTHGATE, type StoredContactInformation } from "../people.ts";
import type { Visit } from "./state.ts";

export const USERS: Visit = {
  name: "users in the modal",
  states: [
    {
      name: "the Users tab",
      reach: async (place) => {
        await place.portal.signIn(place.page, giulia);
        await place.page.goto("/portal/");
        await place.tab("Users").press("Enter");
        await expect(place.user("Chiara Romano")).toBeVisible();
      },
    },
    {
      name: "a search without results",
      reach: async (place) => {
        await place.box("SearchUsers").fill("zzzz");
        await expect(place.text("UsersNone")).toBeVisible();
      },
    },
    {
      name: "a list that could not be loaded",
      reach: async (place) => {
        const data = { fail: "users", times: 1 };
        await place.portal.api(place.page, "PUT", "/test/faults", { data });
        await place.box("SearchUsers").fill("");
        await expect(place.button("Retry")).toBeVisible();
      },
    },
    {
      name: "Add user",
      reach: async (place) => {
        await place.button("Retry").press("Enter");
        await expect(place.user("Chiara Romano")).toBeVisible();
        await place.button("AddUser").press("Enter");
        await expect(place.box("Name")).toBeFocused();
      },
    },
    {
      name: "Add user with errors",
      reach: async (place) => {
        await place.box("EmailAddress").fill("ann@example");
        await place.button("AddAndInvite").press("Enter");
        await expect(place.text("ErrorRoleRequired")).toBeVisible();
      },
    },
    {
      name: "Add user with an address that is taken",
      reach: async (place) => {
        await place.box("Name").fill("Noa");
        await place.box("EmailAddress").fill("noa.bendavid@example.com");
        await place.page.getByRole("radio").last().check();
        await place.button("AddAndInvite").press("Enter");
        await expect(place.text("ErrorEmailTaken")).toBeVisible();
      },
    },
    {
      name: "an added user",
      reach: async (place) => {
        await place.box("Name").fill("Ewa Nowak");
        await place.box("EmailAddress").fill("ewa.nowak@example.com");
        await place.button("AddAndInvite").press("Enter");
        await expect(place.box("SignInLink")).toBeVisible();
      },
    },
    {
      name: "a resent invitation",
      reach: async (place) => {
        await place.page.keyboard.press("Escape");
        await place.manage("Chiara Romano");
        await place.button("ResendInvitation").press("Enter");
        await expect(place.box("SignInLink")).toBeVisible();
      },
    },
    {
      name: "the confirmation before an invitation is revoked",
      reach: async (place) => {
        await place.button("RevokeInvitation").press("Enter");
        await expect(place.dialog("RevokeInvitationTitle", { name: "Chiara Romano" })).toBeVisible();
      },
    },
    {
      name: "the warning before the user gives up their own role",
      reach: async (place) => {
        await place.page.keyboard.press("Escape");
        await place.page.keyboard.press("Escape");
        await place.manage("Giulia Conti");
        await place.page.getByRole("radio").last().check();
        await expect(place.text("OwnRoleWarning")).toBeVisible();
      },
    },
    {
      name: "a role that was reduced",
      reach: async (place) => {
        const { page, portal } = place;
        await page.keyboard.press("Escape");
        const other = await portal.person({ account: "Northgate Tables", role: "editor" });
        const path = `/accounts/${BELLA_VISTA}/users/usr_giulia_conti`;
        await other.api("PATCH", path, { data: { role: "reader" } });
        await expect(place.text("RoleChanged")).toBeVisible();
        await expect(place.text("OnlyAdministrators")).toBeVisible();
      },
    },
  ],
};

export const REMOVAL: Visit = {
  name: "users on the page",
  states: [
    {
      name: "ten thousand users",
      reach: async (place) => {
        await place.portal.signIn(place.page, beatriz);
        await place.page.goto("/portal/configuration/account-and-users");
        await expect(place.user("@")).toBeVisible();
      },
    },
    {
      name: "the last alert contact, who needs a replacement",
      reach: async (place) => {
        const { page, portal } = place;
        const administrator = await portal.person(amara);
        const path = `/accounts/${NORTHGATE}/contact-information`;
        const before = await administrator.api("GET", path);
        const { contact_information } = (await before.json()) as StoredContactInformation;
        await administrator.api("PUT", `${path}?environment=production`, {
          data: { ...contact_information, alert_contacts: ["usr_maya_lindqvist"] },
          headers: { "if-match": before.headers()["etag"]! },
        });
        await portal.signIn(page, amara);
        await page.goto("/portal/configuration/account-and-users");
        const dialog = await place.manage("Maya Lindqvist");
        await dialog.getByRole("button", { name: place.say("RemoveUser") }).press("Enter");
        const question = place.dialog("RemoveUserTitle", { name: "Maya Lindqvist" });
        await question.getByRole("button", { name: place.say("RemoveUser") }).press("Enter");
        await expect(place.text("ReplacementMissing")).toBeVisible();
      },
    },
    {
      name: "an account that the user no longer belongs to",
      reach: async (place) => {
        const { page, portal } = place;
        await portal.signIn(page, maya);
        await page.goto(`/portal/?account=${BELLA_VISTA}`);
        await place.formIsWhole();
        const administrator = await portal.person(giulia);
        await administrator.api("DELETE", `/accounts/${BELLA_VISTA}/users/usr_maya_lindqvist`);
        await expect(place.text("AccessLost")).toBeVisible();
        await expect(place.heading("Home")).toBeVisible();
      },
    },
  ],
};
