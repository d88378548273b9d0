//! Implements [`ReferenceData`] with tables that are linked into the binary.

use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};

use super::{Domain, ReferenceData, host_label};

/// The reference data that is linked into the binary.
#[derive(Clone, Copy, Debug, Default)]
pub struct BundledReferenceData;

impl ReferenceData for BundledReferenceData {
    fn time_zone(&self, name: &str) -> Option<String> {
        // No two IANA names differ only in case, so matching in any case is safe. Zones that
        // chrono-tz does not know may be newer than its release.
        let mut known = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
        let newer = || crate::time_zones::bundled::find(name).map(|(_, name)| name);
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
