// The demo's accounts and users by name, for tests that need a particular one.

import type { UserCriteria } from "./portal.ts";

/** Has no contact information. Contacts for merchant issues are required. */
export const BELLA_VISTA = "acc_bella_vista";
/** Is complete in both environments. */
export const NORTHGATE = "acc_northgate";
/** Is complete only in Sandbox. Has 10,000 users and no field for merchant issues. */
export const WANDERLIGHT = "acc_wanderlight";
/** Has no contact information. Contacts for merchant issues are optional. */
export const CEDAR_STONE = "acc_cedar_stone";

export const giulia: UserCriteria = { account: "Bella Vista Bookings", role: "administrator" };
export const tomasz: UserCriteria = { account: "Bella Vista Bookings", role: "editor" };
export const noa: UserCriteria = { account: "Bella Vista Bookings", role: "reader" };
/** Invited to Bella Vista Bookings as an editor. The invitation is pending. */
export const chiara: UserCriteria = { name: "Chiara Romano" };
export const amara: UserCriteria = { account: "Northgate Tables", role: "administrator" };
export const maya: UserCriteria = { account: "Northgate Tables", role: "editor" };
export const siobhan: UserCriteria = { account: "Northgate Tables", role: "reader" };
export const beatriz: UserCriteria = { account: "Wanderlight Tours", role: "administrator" };
export const hannah: UserCriteria = { account: "Cedar & Stone Wellness", role: "administrator" };
export const meiLing: UserCriteria = { account: "Cedar & Stone Wellness", role: "editor" };

/** A document that completes every account in Sandbox, in its stored form. */
export const COMPLETE_DOCUMENT = {
  alert_contacts: [] as string[],
  technical_emergency: ["oncall@example.com"],
  technical_non_emergency: ["api-team@example.com"],
  merchant_issues: ["merchants@example.com"],
  operational_platform: ["ops@example.com"],
  operational_shared: "support@example.com",
  operational_support: [
    {
      time_zone: "Europe/Warsaw",
      hours: [
        {
          days: ["monday", "tuesday", "wednesday", "thursday", "friday"],
          opens: "09:00",
          closes: "17:00",
        },
      ],
    },
  ],
};

/** The response of `GET .../contact-information`. */
export interface StoredContactInformation {
  contact_information: typeof COMPLETE_DOCUMENT;
  revision: number;
}
