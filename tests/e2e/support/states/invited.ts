// States of a pending and a declined invitation.

import { expect } from "@playwright/test";

import { chiara } from "../people.ts";
import type { Visit } from "./state.ts";

export const INVITED: Visit = {
  name: "an invitation",
  states: [
    {
      name: "the question",
      reach: async (place) => {
        await place.portal.signIn(place.page, chiara);
        await place.page.goto("/portal/");
        await expect(place.text("InvitedBy")).toBeVisible();
        await expect(place.button("AcceptInvitation")).toBeVisible();
      },
    },
    {
      name: "an answer that did not reach the server",
      reach: async (place) => {
        const answer = "**/session/invitations/*";
        await place.page.route(answer, (route) => route.abort());
        await place.button("AcceptInvitation").press("Enter");
        await expect(place.text("ErrorNotDone")).toBeVisible();
        await place.page.unroute(answer);
      },
    },
    {
      name: "a declined invitation",
      reach: async (place) => {
        await place.button("DeclineInvitation").press("Enter");
        await expect(place.text("YouDeclined")).toBeVisible();
      },
    },
  ],
};
