// A shell whose pages are exchanged by Turbo, with its cache of pages.

import "@hotwired/turbo";
import { loadPartnerPortal } from "partner-portal";

loadPartnerPortal({ from: "/partner-portal/" }).then(({ defineElement }) => defineElement());
