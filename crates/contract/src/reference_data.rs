//! Tables that are too large for what a browser must load before it can show the form.
//!
//! The backend links them ([`BundledReferenceData`]). The frontend loads the very same code as a
//! second WebAssembly module beside its first view, and asks it through this trait.

/// The questions that need a large table.
pub trait ReferenceData {
    /// The IANA spelling of a time zone's name in any case; links such as `Asia/Calcutta` stay
    /// what they are. `None` when there is no such zone.
    fn time_zone(&self, name: &str) -> Option<String>;

    /// A host name with characters outside ASCII or with `xn--` labels, by UTS 46 without
    /// transitional processing; `None` when it is no host name. Its lengths are not judged, and
    /// labels may be empty.
    fn domain(&self, domain: &str) -> Option<Domain>;

    /// The text in Unicode normalization form C.
    fn nfc(&self, text: &str) -> String;
}

/// A host name in both of its forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Domain {
    /// For people, and the stored form: lower case, with the characters of its language.
    pub unicode: String,
    /// For machines: `xn--` labels. Lengths are limited in this form (RFC 1035).
    pub ascii: String,
}

/// The tables, linked in.
#[cfg(feature = "reference-data")]
#[derive(Clone, Copy, Debug, Default)]
pub struct BundledReferenceData;

#[cfg(feature = "reference-data")]
impl ReferenceData for BundledReferenceData {
    fn time_zone(&self, name: &str) -> Option<String> {
        // IANA names differ in more than their case, so reading them in any case is safe. What
        // chrono-tz does not know yet may be new since its release.
        let mut known = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
        let newer = || crate::time_zones::bundled::find(name).map(|(_, name)| name);
        known.find(|known| known.eq_ignore_ascii_case(name)).or_else(newer).map(ToOwned::to_owned)
    }

    fn domain(&self, domain: &str) -> Option<Domain> {
        use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};
        // Lengths are not judged here: an address that is too long has an error of its own.
        let ascii = Uts46::new()
            .to_ascii(domain.as_bytes(), AsciiDenyList::STD3, Hyphens::Check, DnsLength::Ignore)
            .ok()?
            .into_owned();
        let (unicode, verdict) = idna::domain_to_unicode(&ascii);
        verdict.ok()?;
        Some(Domain { unicode, ascii })
    }

    fn nfc(&self, text: &str) -> String {
        icu_normalizer::ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
    }
}
