// The test shell without a framework. Its own router manages the history and shows the partner portal on
// the pages below /partners.

import { mount } from "/partner-portal/partner-portal.js";

const outlet = document.getElementById("outlet");
let portal;

function go(address) {
  history.pushState({ acme: address }, "", address);
  show();
}

async function show() {
  const isPartners = /^\/partners(\/|$)/.test(location.pathname);
  if (!isPartners) {
    portal?.unmount();
    portal = undefined;
    outlet.textContent = `Acme page ${location.pathname}`;
  } else if (!portal) {
    const element = document.createElement("section");
    outlet.replaceChildren(element);
    portal = await mount(element, { apiBase: "/api/v1", basePath: "/partners", chrome: "full" });
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a:not([data-native])");
  if (!link || event.defaultPrevented) return;
  event.preventDefault();
  go(link.getAttribute("href"));
});
addEventListener("popstate", show);
show();
