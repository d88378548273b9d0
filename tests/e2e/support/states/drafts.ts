// States with a draft of an earlier visit that waits for a decision.

import { expect } from "@playwright/test";

import { draftPath } from "../kept_draft.ts";
import { BELLA_VISTA, giulia } from "../people.ts";
import type { Visit } from "./state.ts";

export const DRAFTS: Visit = {
  name: "drafts",
  states: [
    {
      name: "a draft that this form cannot read",
      reach: async (place) => {
        const { page, portal } = place;
        await portal.signIn(page, giulia);
        const data = { form_version: 0, content: "pager: oncall@example.com", base_revision: 0 };
        await portal.api(page, "PUT", draftPath(BELLA_VISTA), { data });
        await page.goto("/portal/");
        await expect(place.box("DraftContent")).toBeVisible();
      },
    },
    {
      name: "a discarded draft, with Undo",
      reach: async (place) => {
        await place.button("DiscardDraft").first().press("Enter");
        await place.typeAddress("TechnicalEmergency", "earlier@example.com");
        await expect(place.text("DraftSaved")).toBeVisible();
        await place.button("DiscardDraft").press("Enter");
        await expect(place.text("DraftDiscarded")).toBeVisible();
      },
    },
    {
      name: "a draft that loads after text was typed",
      reach: async (place) => {
        const { page } = place;
        await place.button("Undo").press("Enter");
        await expect(place.text("DraftSaved")).toBeVisible();
        let release = () => {};
        const typed = new Promise<void>((resolve) => (release = resolve));
        await page.route(`**${draftPath(BELLA_VISTA)}`, async (route) => {
          if (route.request().method() === "GET") await typed;
          await route.continue();
        });
        await page.reload();
        await place.typeAddress("TechnicalEmergency", "later@example.com");
        release();
        await expect(place.text("DraftFound")).toBeVisible();
      },
    },
  ],
};
