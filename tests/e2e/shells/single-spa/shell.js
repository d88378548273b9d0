// The test shell with single-spa. The portal's registration is the one from the guide.

import { navigateToUrl, registerApplication } from "single-spa";

import "guide";

const addresses = { News: "/news", Partners: "/partners", "Partner help": "/partners/help?env=production" };

function bar() {
  const nav = document.createElement("nav");
  nav.ariaLabel = "Acme";
  for (const [text, href] of Object.entries(addresses)) {
    const link = document.createElement("a");
    Object.assign(link, { href, textContent: text, onclick: (event) => navigateToUrl(event) });
    nav.append(link, " ");
  }
  const output = document.createElement("output");
  const show = () => (output.textContent = location.pathname + location.search);
  addEventListener("single-spa:routing-event", show);
  show();
  nav.append(output);
  document.body.prepend(nav);
}

/** The shell's own application. */
const news = {
  bootstrap: async () => {},
  mount: async () => {
    document.getElementById("root").textContent = "Acme news";
  },
  unmount: async () => {
    document.getElementById("root").textContent = "";
  },
};

bar();
registerApplication({ name: "news", app: async () => news, activeWhen: "/news" });
