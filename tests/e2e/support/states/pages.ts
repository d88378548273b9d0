// States of the open portal's pages, and of the views for readers.

import { expect } from "@playwright/test";

import type { PortalView } from "../page_object.ts";
import { amara, maya, NORTHGATE, noa, siobhan, type StoredContactInformation } from "../people.ts";
import type { Visit } from "./state.ts";

const CONTACT_PAGE = "/portal/configuration/contact-information";

/** Saves another emergency address as a colleague. */
async function colleagueSaves({ portal }: PortalView, address: string): Promise<void> {
  const colleague = await portal.person(maya);
  const path = `/accounts/${NORTHGATE}/contact-information`;
  const before = await colleague.api("GET", path);
  const { contact_information } = (await before.json()) as StoredContactInformation;
  const saved = await colleague.api("PUT", `${path}?environment=sandbox`, {
    data: { ...contact_information, technical_emergency: [address] },
    headers: { "if-match": before.headers()["etag"]! },
  });
  expect(saved.status()).toBe(200);
}

async function openHistory(view: PortalView): Promise<void> {
  await view.region("History").locator("summary").first().press("Enter");
  await expect(view.region("History").getByRole("definition").first()).toBeVisible();
}

export const PAGES: Visit = {
  name: "the pages",
  states: [
    {
      name: "Home",
      reach: async (view) => {
        await view.portal.signIn(view.page, amara);
        await view.page.goto("/portal/");
        await expect(view.region("OnboardingPlan").getByRole("listitem")).toHaveCount(3);
        await expect(view.page.getByText("partner-20533")).toBeVisible();
      },
    },
    {
      name: "Help and support",
      reach: async (view) => {
        await view.link("HelpAndSupport").press("Enter");
        await expect(view.heading("HelpAndSupport")).toBeVisible();
      },
    },
    {
      name: "an unknown page",
      reach: async (view) => {
        await view.page.goto("/portal/nowhere");
        await expect(view.heading("NotFound")).toBeVisible();
      },
    },
    {
      name: "Contact information with the history open",
      reach: async (view) => {
        await view.page.goto(CONTACT_PAGE);
        await view.formIsWhole();
        await openHistory(view);
      },
    },
    {
      name: "unsaved changes after a colleague's save",
      reach: async (view) => {
        await view.typeAddress("TechnicalEmergency", "mine@example.com");
        await colleagueSaves(view, "theirs@example.com");
        await expect(view.text("NewerSaved")).toBeVisible();
      },
    },
    {
      name: "both versions, with the choice missing",
      reach: async (view) => {
        await view.button("Compare").press("Enter");
        await view.button("SaveChoices").press("Enter");
        await expect(view.text("ChooseVersion")).toBeVisible();
      },
    },
    {
      name: "saved changes",
      reach: async (view) => {
        await view.page.getByRole("radio").first().check();
        await view.button("SaveChoices").press("Enter");
        await expect(view.page.getByText(view.say("Saved"), { exact: true }).first()).toBeVisible();
      },
    },
  ],
};

export const READERS: Visit = {
  name: "readers",
  states: [
    {
      name: "the missing fields, and a sent reminder",
      reach: async (view) => {
        await view.portal.signIn(view.page, noa);
        await view.page.goto("/portal/");
        await view.button("Remind").press("Enter");
        await expect(view.text("ReminderSent")).toBeVisible();
      },
    },
    {
      name: "the contact information in words, with the history open",
      reach: async (view) => {
        await view.portal.signIn(view.page, siobhan);
        await view.page.goto(CONTACT_PAGE);
        await expect(view.page.getByText("oncall@northgate.example.com").first()).toBeVisible();
        await openHistory(view);
      },
    },
  ],
};
