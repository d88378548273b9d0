// The test shell with React in StrictMode and react-router. The portal's page is the one from the guide.

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter, Link, Route, Routes, useLocation } from "react-router";

import { PartnerPortal } from "guide";

function Shell() {
  const { pathname, search } = useLocation();
  return (
    <>
      <nav aria-label="Acme">
        <Link to="/news">News</Link> <Link to="/partners">Partners</Link>{" "}
        <Link to="/partners/help?env=production">Partner help</Link>{" "}
        <output>{pathname + search}</output>
      </nav>
      <Routes>
        <Route path="/partners/*" element={<PartnerPortal />} />
        <Route path="*" element={<p>Acme news</p>} />
      </Routes>
    </>
  );
}

createRoot(document.getElementById("root")).render(
  <StrictMode>
    <BrowserRouter>
      <Shell />
    </BrowserRouter>
  </StrictMode>,
);
