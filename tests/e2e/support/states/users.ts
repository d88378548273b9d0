// States of the users and their access, in the modal's tab and on the page.

import { expect } from "@playwright/test";

import { amara, beatriz, BELLA_VISTA, giulia, maya, NORTHGATE, type StoredContactInformation } from "../people.ts";
import type { Visit } from "./state.ts";

export const USERS: Visit = {
  name: "users in the modal",
  states: [
    {
      name: "the Users tab",
      reach: async (view) => {
        await view.portal.signIn(view.page, giulia);
        await view.page.goto("/portal/");
        await view.tab("Users").press("Enter");
        await expect(view.user("Chiara Romano")).toBeVisible();
      },
    },
    {
      name: "a search without results",
      reach: async (view) => {
        await view.box("SearchUsers").fill("zzzz");
        await expect(view.text("UsersNone")).toBeVisible();
      },
    },
    {
      name: "a list that could not be loaded",
      reach: async (view) => {
        const data = { fail: "users", times: 1 };
        await view.portal.api(view.page, "PUT", "/test/faults", { data });
        await view.box("SearchUsers").fill("");
        await expect(view.button("Retry")).toBeVisible();
      },
    },
    {
      name: "Add user",
      reach: async (view) => {
        await view.button("Retry").press("Enter");
        await expect(view.user("Chiara Romano")).toBeVisible();
        await view.button("AddUser").press("Enter");
        await expect(view.box("Name")).toBeFocused();
      },
    },
    {
      name: "Add user with errors",
      reach: async (view) => {
        await view.box("EmailAddress").fill("ann@example");
        await view.button("AddAndInvite").press("Enter");
        await expect(view.text("ErrorRoleRequired")).toBeVisible();
      },
    },
    {
      name: "Add user with an address that is taken",
      reach: async (view) => {
        await view.box("Name").fill("Noa");
        await view.box("EmailAddress").fill("noa.bendavid@example.com");
        await view.page.getByRole("radio").last().check();
        await view.button("AddAndInvite").press("Enter");
        await expect(view.text("ErrorEmailTaken")).toBeVisible();
      },
    },
    {
      name: "an added user",
      reach: async (view) => {
        await view.box("Name").fill("Ewa Nowak");
        await view.box("EmailAddress").fill("ewa.nowak@example.com");
        await view.button("AddAndInvite").press("Enter");
        await expect(view.box("SignInLink")).toBeVisible();
      },
    },
    {
      name: "a resent invitation",
      reach: async (view) => {
        await view.page.keyboard.press("Escape");
        await view.manage("Chiara Romano");
        await view.button("ResendInvitation").press("Enter");
        await expect(view.box("SignInLink")).toBeVisible();
      },
    },
    {
      name: "the confirmation before an invitation is revoked",
      reach: async (view) => {
        await view.button("RevokeInvitation").press("Enter");
        await expect(view.dialog("RevokeInvitationTitle", { name: "Chiara Romano" })).toBeVisible();
      },
    },
    {
      name: "the warning before the user gives up their own role",
      reach: async (view) => {
        await view.page.keyboard.press("Escape");
        await view.page.keyboard.press("Escape");
        await view.manage("Giulia Conti");
        await view.page.getByRole("radio").last().check();
        await expect(view.text("OwnRoleWarning")).toBeVisible();
      },
    },
    {
      name: "a role that was reduced",
      reach: async (view) => {
        const { page, portal } = view;
        await page.keyboard.press("Escape");
        const other = await portal.person({ account: "Northgate Tables", role: "editor" });
        const path = `/accounts/${BELLA_VISTA}/users/usr_giulia_conti`;
        await other.api("PATCH", path, { data: { role: "reader" } });
        await expect(view.text("RoleChanged")).toBeVisible();
        await expect(view.text("OnlyAdministrators")).toBeVisible();
      },
    },
  ],
};

export const REMOVAL: Visit = {
  name: "users on the page",
  states: [
    {
      name: "ten thousand users",
      reach: async (view) => {
        await view.portal.signIn(view.page, beatriz);
        await view.page.goto("/portal/configuration/account-and-users");
        await expect(view.user("@")).toBeVisible();
      },
    },
    {
      name: "the last alert contact, who needs a replacement",
      reach: async (view) => {
        const { page, portal } = view;
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
        const dialog = await view.manage("Maya Lindqvist");
        await dialog.getByRole("button", { name: view.say("RemoveUser") }).press("Enter");
        const question = view.dialog("RemoveUserTitle", { name: "Maya Lindqvist" });
        await question.getByRole("button", { name: view.say("RemoveUser") }).press("Enter");
        await expect(view.text("ReplacementMissing")).toBeVisible();
      },
    },
    {
      name: "an account that the user no longer belongs to",
      reach: async (view) => {
        const { page, portal } = view;
        await portal.signIn(page, maya);
        await page.goto(`/portal/?account=${BELLA_VISTA}`);
        await view.formIsWhole();
        const administrator = await portal.person(giulia);
        await administrator.api("DELETE", `/accounts/${BELLA_VISTA}/users/usr_maya_lindqvist`);
        await expect(view.text("AccessLost")).toBeVisible();
        await expect(view.heading("Home")).toBeVisible();
      },
    },
  ],
};
