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
      reach: async (view) => {
        // The requests are never answered, so the page stays in this state.
        await view.page.route(API, () => {});
        await view.page.goto("/portal/");
        await expect(view.text("Checking")).toBeAttached();
        await view.page.unroute(API);
      },
    },
    {
      name: "unreachable",
      reach: async (view) => {
        await view.page.route(API, (route) => route.abort());
        await view.page.goto("/portal/");
        await expect(view.text("UnreachableTitle")).toBeVisible();
        await view.page.unroute(API);
      },
    },
    {
      name: "signed out with typed text that is kept",
      reach: async (view) => {
        const { page, portal } = view;
        await page.goto("/portal/");
        await view.formIsWhole();
        await endSessionAfter(page, portal, () =>
          view.box("TechnicalEmergency").fill("later@example.com"),
        );
        await expect(view.text("SignedOutTextKept")).toBeVisible();
      },
    },
  ],
};
