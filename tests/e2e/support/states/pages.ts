// States of the open portal's pages, and of the views for readers.

import { expect } from "@playwright/test";

import { amara, maya, NORTHGATE, noa, siobhan, type StoredContactInformation } from "../people.ts";
import type { Place } from "../place.ts";
import type { Visit } from "./state.ts";

const CONTACT_PAGE = "/portal/configuration/contact-information";

/** Saves another emergency address as a colleague. */
async function colleagueSaves({ portal }: Place, address: string): Promise<void> {
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

async function openHistory(place: Place): Promise<void> {
  await place.region("History").locator("summary").first().press("Enter");
  await expect(place.region("History").getByRole("definition").first()).toBeVisible();
}

export const PAGES: Visit = {
  name: "the pages",
  states: [
    {
      name: "Home",
      reach: async (place) => {
        await place.portal.signIn(place.page, amara);
        await place.page.goto("/portal/");
        await expect(place.region("OnboardingPlan").getByRole("listitem")).toHaveCount(3);
        await expect(place.page.getByText("partner-20533")).toBeVisible();
      },
    },
    {
      name: "Help and support",
      reach: async (place) => {
        await place.link("HelpAndSupport").press("Enter");
        await expect(place.heading("HelpAndSupport")).toBeVisible();
      },
    },
    {
      name: "an unknown page",
      reach: async (place) => {
        await place.page.goto("/portal/nowhere");
        await expect(place.heading("NotFound")).toBeVisible();
      },
    },
    {
      name: "Contact information with the history open",
      reach: async (place) => {
        await place.page.goto(CONTACT_PAGE);
        await place.formIsWhole();
        await openHistory(place);
      },
    },
    {
      name: "unsaved changes after a colleague's save",
      reach: async (place) => {
        await place.typeAddress("TechnicalEmergency", "mine@example.com");
        await colleagueSaves(place, "theirs@example.com");
        await expect(place.text("NewerSaved")).toBeVisible();
      },
    },
    {
      name: "both versions, with the choice missing",
      reach: async (place) => {
        await place.button("Compare").press("Enter");
        await place.button("SaveChoices").press("Enter");
        await expect(place.text("ChooseVersion")).toBeVisible();
      },
    },
    {
      name: "saved changes",
      reach: async (place) => {
        await place.page.getByRole("radio").first().check();
        await place.button("SaveChoices").press("Enter");
        await expect(place.page.getByText(place.say("Saved"), { exact: true }).first()).toBeVisible();
      },
    },
  ],
};

export const READERS: Visit = {
  name: "readers",
  states: [
    {
      name: "the missing fields, and a sent reminder",
      reach: async (place) => {
        await place.portal.signIn(place.page, noa);
        await place.page.goto("/portal/");
        await place.button("Remind").press("Enter");
        await expect(place.text("ReminderSent")).toBeVisible();
      },
    },
    {
      name: "the contact information in words, with the history open",
      reach: async (place) => {
        await place.portal.signIn(place.page, siobhan);
        await place.page.goto(CONTACT_PAGE);
        await expect(place.page.getByText("oncall@northgate.example.com").first()).toBeVisible();
        await openHistory(place);
      },
    },
  ],
};
