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
      reach: async (view) => {
        const { page, portal } = view;
        await portal.signIn(page, giulia);
        const data = { form_version: 0, content: "pager: oncall@example.com", base_revision: 0 };
        await portal.api(page, "PUT", draftPath(BELLA_VISTA), { data });
        await page.goto("/portal/");
        await expect(view.box("DraftContent")).toBeVisible();
      },
    },
    {
      name: "a discarded draft, with Undo",
      reach: async (view) => {
        await view.button("DiscardDraft").first().press("Enter");
        await view.typeAddress("TechnicalEmergency", "earlier@example.com");
        await expect(view.text("DraftSaved")).toBeVisible();
        await view.button("DiscardDraft").press("Enter");
        await expect(view.text("DraftDiscarded")).toBeVisible();
      },
    },
    {
      name: "a draft that loads after text was typed",
      reach: async (view) => {
        const { page } = view;
        await view.button("Undo").press("Enter");
        await expect(view.text("DraftSaved")).toBeVisible();
        let release = () => {};
        const typed = new Promise<void>((resolve) => (release = resolve));
        await page.route(`**${draftPath(BELLA_VISTA)}`, async (route) => {
          if (route.request().method() === "GET") await typed;
          await route.continue();
        });
        await page.reload();
        await view.typeAddress("TechnicalEmergency", "later@example.com");
        release();
        await expect(view.text("DraftFound")).toBeVisible();
      },
    },
  ],
};
