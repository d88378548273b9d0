// States before the portal knows whether it is locked, and when it cannot find out.

import { expect } from "@playwright/test";

import { endSessionAfter } from "../end_session.ts";
import { giulia } from "../people.ts";
import type { Visit } from "./state.ts";

const API = "**/api/v1/**";
const APP = "**/app-*.wasm";

export const GATE: Visit = {
  name: "the gate",
  states: [
    {
      name: "the page to sign in",
      reach: async ({ page }) => {
        await page.goto("/demo/sign-in");
        await expect(page.getByRole("button", { name: /Giulia Conti/ })).toBeVisible();
      },
    },
    {
      name: "a portal that could not be loaded",
      reach: async ({ page, portal }) => {
        await portal.signIn(page, giulia);
        await page.route(APP, (route) => route.abort());
        await page.goto("/portal/");
        await expect(page.getByRole("alert").getByRole("heading")).toBeVisible();
        await page.unroute(APP);
      },
    },
    {
      name: "checking",
      reach: async (place) => {
        // The requests are never answered, so the page stays in this state.
        await place.page.route(API, () => {});
        await place.page.goto("/portal/");
        await expect(place.text("Checking")).toBeAttached();
        await place.page.unroute(API);
      },
    },
    {
      name: "unreachable",
      reach: async (place) => {
        await place.page.route(API, (route) => route.abort());
        await place.page.goto("/portal/");
        await expect(place.text("UnreachableTitle")).toBeVisible();
        await place.page.unroute(API);
      },
    },
    {
      name: "signed out with typed text that is kept",
      reach: async (place) => {
        const { page, portal } = place;
        await page.goto("/portal/");
        await place.formIsWhole();
        await endSessionAfter(page, portal, () =>
          place.box("TechnicalEmergency").fill("later@example.com"),
        );
        await expect(place.text("SignedOutTextKept")).toBeVisible();
      },
    },
  ],
};
