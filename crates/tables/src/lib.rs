//! Exports the contract's large tables as a separate WebAssembly module.
//!
//! They are larger than everything that the first view needs, so the browser loads them beside it.
//! This crate only converts values to and from JavaScript. The rules of time zones and domains are
//! in the contract, so that client and server give the same answers.

use partner_portal_contract::{
    BundledReferenceData, ReferenceData,
    coverage::{Coverage, CoverageQuestion},
    time_zones::ZoneEntry,
};
use wasm_bindgen::prelude::wasm_bindgen;

/// Returns the IANA spelling of a time zone's name, or `undefined` if the zone does not exist.
#[wasm_bindgen]
pub fn time_zone(name: &str) -> Option<String> {
    BundledReferenceData.time_zone(name)
}

/// Returns the zones that a user can choose, one per line as written by [`ZoneEntry::to_line`].
/// `now` is the instant of their UTC offsets, in seconds since 1970 and in decimal digits. Returns
/// `undefined` if `now` cannot be parsed.
#[wasm_bindgen]
pub fn zones(now: &str) -> Option<String> {
    let entries = BundledReferenceData::zone_entries(now.parse().ok()?);
    Some(entries.iter().map(ZoneEntry::to_line).collect::<Vec<_>>().join("\n"))
}

/// Computes the coverage of a week. The question is written by [`CoverageQuestion::to_text`], the
/// answer by [`Coverage::to_text`]. Returns `undefined` if the shown zone does not exist.
#[wasm_bindgen]
pub fn coverage(question: &str) -> Option<String> {
    let answer = CoverageQuestion::from_text(question)?.answer(&BundledReferenceData)?;
    Some(Coverage::to_text(&answer))
}

/// Returns the Unicode form of a host name and, on a second line, its ASCII form (`xn--` labels).
/// Returns `undefined` if the text is not a host name.
#[wasm_bindgen]
pub fn domain(text: &str) -> Option<String> {
    let domain = BundledReferenceData.domain(text)?;
    Some(domain.unicode + "\n" + &domain.ascii)
}

/// Returns the text in Unicode normalization form C.
#[wasm_bindgen]
pub fn nfc(text: &str) -> String {
    BundledReferenceData.nfc(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alias_is_a_time_zone_and_an_invented_name_is_not() {
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
    fn a_domain_is_returned_in_both_forms() {
        assert_eq!(domain("EXÄMPLE.com").as_deref(), Some("exämple.com\nxn--exmple-cua.com"));
        assert_eq!(domain("no spaces.com"), None);
    }

    #[test]
    fn text_is_normalized_to_composed_form() {
        assert_eq!(nfc("e\u{301}"), "\u{e9}");
    }
}
