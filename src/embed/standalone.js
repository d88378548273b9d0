// The page that is nothing but the portal: the smallest shell there is, and the first user of
// the embedding entry.

import { mount } from "./partner-portal.js";

const BASE_PATH = "/portal";

const portal = document.getElementById("portal");

// This page is nothing but the portal, so the portal has all of it.
document.body.style.margin = 0;
portal.style.minHeight = "100vh";

/** Goes to the page where one signs in, which the server knows; `false` where there is none. */
async function signIn() {
  const here = location.pathname + location.search;
  const page = `/sign-in?return_to=${encodeURIComponent(here)}`;
  const { type } = await fetch(page, { redirect: "manual" });
  const isThere = type === "opaqueredirect";
  if (isThere) location.replace(page);
  return isThere;
}

// Only somebody who has no session or asks for one is sent away: when one expires, what was typed stays
// on the screen and the portal offers to sign in again.
portal.addEventListener("partner-portal:session-expired", (event) => {
  if (event.detail?.initial) signIn();
});
portal.addEventListener("partner-portal:sign-out-requested", async () => {
  const headers = { "x-partner-portal": "1" };
  const { ok } = await fetch("/api/v1/session", { method: "DELETE", headers });
  // Without a page to go to, the portal itself says that nobody is signed in.
  if (ok && !(await signIn())) location.reload();
});

if (location.pathname === "/") history.replaceState(null, "", BASE_PATH + location.search);
mount(portal, { apiBase: "/api/v1", basePath: BASE_PATH, chrome: "full" });
