// The panel for a portal that cannot go on.

import { script } from "./assets.js";

/** Fetches what draws the panel; a plain one where even that cannot be loaded. */
export const loadFailure = () =>
  script(FAILURE_JS).catch(() => ({
    failurePanel(_, __, again) {
      const panel = document.createElement("p");
      const button = document.createElement("button");
      button.textContent = "Reload";
      button.onclick = again;
      panel.append("The portal couldn’t be loaded. ", button);
      return panel;
    },
  }));
