// A shell whose links HTMX follows: it fetches the page and exchanges the body.

import "htmx.org";
import "./guide.js";
