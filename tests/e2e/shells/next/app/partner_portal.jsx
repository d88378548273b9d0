// The portal's element, which the server renders and the page starts.

"use client";

import { useEffect, useRef } from "react";
import { loadPartnerPortal } from "partner-portal";

loadPartnerPortal({ from: "/partner-portal/" }).then(({ defineElement }) => defineElement());

export function PartnerPortal() {
  const element = useRef(null);
  useEffect(() => {
    customElements.whenDefined("partner-portal").then(() => element.current?.start());
  }, []);
  return <partner-portal ref={element} wait="" api-base="/api/v1" base-path="/partners" />;
}
