// A shell that a bundler builds. It shows the portal as the guide says, and mounts a bundled entry, which
// the guide forbids, when the page's address asks for it.

import { recordEvents } from "./events.js";

recordEvents();
if (location.search === "?bundled") {
  import("./bundled.js");
} else {
  import("./guide.js");
}
