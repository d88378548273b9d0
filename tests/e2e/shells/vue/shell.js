// The test shell with Vue and vue-router. The portal's page is the one from the guide.

import { createApp, h } from "vue";
import { createRouter, createWebHistory, RouterLink, RouterView, useRoute } from "vue-router";

import { PartnerPortal } from "guide";

const News = { render: () => h("p", "Acme news") };

const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: "/partners/:page(.*)*", component: PartnerPortal },
    { path: "/:page(.*)*", component: News },
  ],
});

const link = (to, text) => h(RouterLink, { to }, () => text);

const Shell = {
  setup() {
    const route = useRoute();
    return () => [
      h("nav", { "aria-label": "Acme" }, [
        link("/news", "News"),
        " ",
        link("/partners", "Partners"),
        " ",
        link("/partners/help?env=production", "Partner help"),
        " ",
        h("output", route.fullPath),
      ]),
      h(RouterView),
    ];
  },
};

createApp(Shell).use(router).mount("#root");
