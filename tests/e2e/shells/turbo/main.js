// A shell whose pages are exchanged by Turbo, with its cache of pages.

import "@hotwired/turbo";
import "./guide.js";
