import { PartnerPortal } from "../../partner_portal.jsx";

export default function Partners() {
  return <PartnerPortal />;
}
