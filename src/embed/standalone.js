// The page that is nothing but the portal: the smallest shell there is, and the first user of
// the embedding entry.

import { mount } from "./partner-portal.js";

const BASE_PATH = "/portal";

const portal = document.getElementById("portal");

// This page is nothing but the portal, so the portal has all of it.
document.body.style.margin = 0;
portal.style.minHeight = "100vh";

function signIn() {
  const here = location.pathname + location.search;
  location.replace(`/demo/sign-in?return_to=${encodeURIComponent(here)}`);
}

// Only somebody who never had a session is sent away: when one expires, what was typed stays on
// the screen and the portal offers to sign in again.
portal.addEventListener("partner-portal:session-expired", (event) => {
  if (event.detail?.initial) signIn();
});
portal.addEventListener("partner-portal:sign-out-requested", async () => {
  await fetch("/api/v1/demo/session", { method: "DELETE", headers: { "x-partner-portal": "1" } });
  signIn();
});

if (location.pathname === "/") history.replaceState(null, "", BASE_PATH + location.search);
mount(portal, { apiBase: "/api/v1", basePath: BASE_PATH, chrome: "full" });
