// Loads the panel for fatal failures.

import { script } from "./assets.js";

/** Loads the script with the panel. If that fails, too, returns a minimal replacement. */
export const loadFailure = () =>
  script(FAILURE_JS).catch(() => ({
    failurePanel(_, __, again, reason) {
      console.error("partner-portal:", reason);
      const panel = document.createElement("p");
      const button = document.createElement("button");
      button.textContent = "Reload";
      button.onclick = again;
      panel.append("The portal couldn’t be loaded. ", button);
      return panel;
    },
  }));
