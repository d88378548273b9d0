// Does the same as the file of the other bundlers. Parcel does not read `exports`, so the entry has no name.

import { mount } from "partner-portal/dist/partner-portal.js";

const options = { apiBase: "/api/v1", basePath: "/partners" };

mount(document.querySelector("#bundled"), options).catch((error) => {
  window.refusal = error.message;
});
