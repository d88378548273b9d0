//! The contract's large tables as a WebAssembly module of their own.
//!
//! They are larger than everything that the first view needs, so the browser loads them beside
//! it. Only the crossing into JavaScript lives here: what a time zone or a domain *is* stays in
//! the contract, so that both sides answer alike.

use partner_portal_contract::{
    BundledReferenceData, ReferenceData,
    coverage::{Coverage, CoverageQuestion},
    time_zones::ZoneEntry,
};
use wasm_bindgen::prelude::wasm_bindgen;

/// The IANA spelling of a time zone's name, or `undefined` when there is no such zone.
#[wasm_bindgen]
pub fn time_zone(name: &str) -> Option<String> {
    BundledReferenceData.time_zone(name)
}

/// The zones to choose from, one a line as [`ZoneEntry::to_line`] writes it; `now` is the moment of
/// their offsets, in seconds since 1970 and in decimal digits. `undefined` when it is not.
#[wasm_bindgen]
pub fn zones(now: &str) -> Option<String> {
    let entries = BundledReferenceData::zone_entries(now.parse().ok()?);
    Some(entries.iter().map(ZoneEntry::to_line).collect::<Vec<_>>().join("\n"))
}

/// The picture of a week, as [`CoverageQuestion::to_text`] asks and [`Coverage::to_text`] answers;
/// `undefined` when the shown zone does not exist.
#[wasm_bindgen]
pub fn coverage(question: &str) -> Option<String> {
    let answer = CoverageQuestion::from_text(question)?.answer(&BundledReferenceData)?;
    Some(Coverage::to_text(&answer))
}

/// A host name as people read it and, on a second line, as machines do (`xn--` labels);
/// `undefined` when it is no host name.
#[wasm_bindgen]
pub fn domain(text: &str) -> Option<String> {
    let domain = BundledReferenceData.domain(text)?;
    Some(domain.unicode + "\n" + &domain.ascii)
}

/// The text in Unicode normalization form C.
#[wasm_bindgen]
pub fn nfc(text: &str) -> String {
    BundledReferenceData.nfc(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alias_is_a_time_zone_and_an_invention_is_none() {
        assert_eq!(time_zone("Asia/Calcutta").as_deref(), Some("Asia/Calcutta"));
        assert_eq!(time_zone("Mars/Olympus_Mons"), None);
    }

    #[test]
    fn every_listed_time_zone_is_known_by_its_name() {
        let zones = BundledReferenceData::time_zones();
        assert!(zones.len() > 500);
        assert!(zones.iter().all(|name| time_zone(name).as_deref() == Some(name)));
    }

    #[test]
    fn a_domain_comes_in_both_forms() {
        assert_eq!(domain("EXÄMPLE.com").as_deref(), Some("exämple.com\nxn--exmple-cua.com"));
        assert_eq!(domain("no spaces.com"), None);
    }

    #[test]
    fn text_is_composed() {
        assert_eq!(nfc("e\u{301}"), "\u{e9}");
    }
}
