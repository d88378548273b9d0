// Mounts a portal whose entry is a part of this bundle.

import { mount } from "partner-portal/partner-portal.js";

const options = { apiBase: "/api/v1", basePath: "/partners" };

mount(document.querySelector("#bundled"), options).catch((error) => {
  window.refusal = error.message;
});
