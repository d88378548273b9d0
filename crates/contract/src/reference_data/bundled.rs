//! Implements [`ReferenceData`] and [`ZoneRules`] with tables that are linked into the binary.

use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};

use super::{Domain, ReferenceData, host_label};
use crate::time_zones::{ZoneClock, ZoneEntry, ZoneRules, zone_table};

/// The reference data that is linked into the binary.
#[derive(Clone, Copy, Debug, Default)]
pub struct BundledReferenceData;

impl BundledReferenceData {
    /// Returns all IANA names, including aliases, in alphabetical order.
    pub fn time_zones() -> Vec<&'static str> {
        zone_table::names()
    }

    /// Returns the zones that a user can choose, in alphabetical order, with their UTC offsets at
    /// an instant in seconds since 1970.
    pub fn zone_entries(at: i64) -> Vec<ZoneEntry> {
        zone_table::entries(at)
    }
}

impl ZoneRules for BundledReferenceData {
    fn clock(&self, time_zone: &str) -> Option<ZoneClock> {
        zone_table::clock(time_zone)
    }
}

impl ReferenceData for BundledReferenceData {
    fn time_zone(&self, name: &str) -> Option<String> {
        // No two IANA names differ only in case, so matching in any case is safe. Zones that
        // chrono-tz does not know may be newer than its release.
        let mut known = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
        let newer = || zone_table::spelling(name);
        known.find(|known| known.eq_ignore_ascii_case(name)).or_else(newer).map(ToOwned::to_owned)
    }

    fn domain(&self, domain: &str) -> Option<Domain> {
        if domain.chars().any(host_label::is_mark_to_be_mapped) {
            return None;
        }
        // Lengths are not checked here, because an address that is too long has its own error.
        // Hyphens in the third and fourth place are checked per label, because `r3--sn` is a valid
        // host name.
        let ascii = Uts46::new()
            .to_ascii(
                domain.as_bytes(),
                AsciiDenyList::STD3,
                Hyphens::CheckFirstLast,
                DnsLength::Ignore,
            )
            .ok()?
            .into_owned();
        let (unicode, validity) = idna::domain_to_unicode(&ascii);
        validity.ok()?;
        let is_host_name = unicode.split('.').all(host_label::is_label)
            && unicode.rsplit('.').next().is_some_and(host_label::is_top_level);
        is_host_name.then_some(Domain { unicode, ascii })
    }

    fn nfc(&self, text: &str) -> String {
        icu_normalizer::ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
    }

    fn nfkc(&self, text: &str) -> String {
        icu_normalizer::ComposingNormalizerBorrowed::new_nfkc().normalize(text).into_owned()
    }
}
