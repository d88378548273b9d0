// The standalone page, which shows only the portal. It is the smallest shell and the first user of the
// embedding entry.

import { mount } from "./partner-portal.js";

const BASE_PATH = "/portal";

const portal = document.getElementById("portal");

// The portal fills the whole page.
document.body.style.margin = 0;
portal.style.minHeight = "100vh";

/** Opens the sign-in page, whose address the server knows. Returns `false` if there is none. */
async function signIn() {
  const here = location.pathname + location.search;
  const page = `/sign-in?return_to=${encodeURIComponent(here)}`;
  const { type } = await fetch(page, { redirect: "manual" });
  const isThere = type === "opaqueredirect";
  if (isThere) location.replace(page);
  return isThere;
}

// Only users who have no session or ask for one are redirected. When a session expires, typed text stays
// on the screen and the portal offers to sign in again.
portal.addEventListener("partner-portal:session-expired", (event) => {
  if (event.detail?.initial) signIn();
});
portal.addEventListener("partner-portal:sign-out-requested", async () => {
  const headers = { "x-partner-portal": "1" };
  const { ok } = await fetch("/api/v1/session", { method: "DELETE", headers });
  // Without a sign-in page, the reloaded portal shows that the user is signed out.
  if (ok && !(await signIn())) location.reload();
});

if (location.pathname === "/") history.replaceState(null, "", BASE_PATH + location.search);
mount(portal, { apiBase: "/api/v1", basePath: BASE_PATH, chrome: "full" });
