//! Tables that are too large for what a browser must load before it can show the form.
//!
//! The backend links them ([`BundledReferenceData`]). The frontend loads the very same code as a
//! second WebAssembly module beside its first view, and asks it through this trait.

#[cfg(feature = "reference-data")]
mod bundled;
#[cfg(feature = "reference-data")]
mod host_label;

#[cfg(feature = "reference-data")]
pub use bundled::BundledReferenceData;

/// The questions that need a large table.
pub trait ReferenceData {
    /// The IANA spelling of a time zone's name in any case; links such as `Asia/Calcutta` stay
    /// what they are. `None` when there is no such zone.
    fn time_zone(&self, name: &str) -> Option<String>;

    /// A host name with characters outside ASCII or with `xn--` labels, by UTS 46 without
    /// transitional processing and with the characters of RFC 5892 and emoji only; `None` when it
    /// is no host name. The function judges neither lengths nor labels in ASCII, which may be empty.
    fn domain(&self, domain: &str) -> Option<Domain>;

    /// The text in Unicode normalization form C.
    fn nfc(&self, text: &str) -> String;

    /// The text in Unicode normalization form KC.
    fn nfkc(&self, text: &str) -> String;
}

/// A host name in both of its forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Domain {
    /// For people, and the stored form: lower case, with the characters of its language.
    pub unicode: String,
    /// For machines: `xn--` labels. Lengths are limited in this form (RFC 1035).
    pub ascii: String,
}
