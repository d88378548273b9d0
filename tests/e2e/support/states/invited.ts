// States of a pending and a declined invitation.

import { expect } from "@playwright/test";

import { chiara } from "../people.ts";
import type { Visit } from "./state.ts";

export const INVITED: Visit = {
  name: "an invitation",
  states: [
    {
      name: "the question",
      reach: async (view) => {
        await view.portal.signIn(view.page, chiara);
        await view.page.goto("/portal/");
        await expect(view.text("InvitedBy")).toBeVisible();
        await expect(view.button("AcceptInvitation")).toBeVisible();
      },
    },
    {
      name: "an answer that did not reach the server",
      reach: async (view) => {
        const answer = "**/session/invitations/*";
        await view.page.route(answer, (route) => route.abort());
        await view.button("AcceptInvitation").press("Enter");
        await expect(view.text("ErrorNotDone")).toBeVisible();
        await view.page.unroute(answer);
      },
    },
    {
      name: "a declined invitation",
      reach: async (view) => {
        await view.button("DeclineInvitation").press("Enter");
        await expect(view.text("YouDeclined")).toBeVisible();
      },
    },
  ],
};
