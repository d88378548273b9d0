// All states in which the tests check accessibility and layout.

import { DRAFTS } from "./drafts.ts";
import { GATE } from "./gate.ts";
import { INVITED } from "./invited.ts";
import { MODAL, PRODUCTION } from "./modal.ts";
import { PAGES, READERS } from "./pages.ts";
import type { Visit } from "./state.ts";
import { REMOVAL, USERS } from "./users.ts";

export const VISITS: Visit[] = [GATE, INVITED, MODAL, PRODUCTION, DRAFTS, USERS, REMOVAL, PAGES, READERS];

/** The portal's languages, each with a browser language that selects it. */
export const LANGUAGES = {
  en: "en-US",
  es: "es-MX",
  he: "he-IL",
  it: "it-IT",
  pl: "pl-PL",
  "pt-BR": "pt-BR",
} as const;
