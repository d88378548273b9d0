//! Tables that are too large for the part of the frontend that must load before the form appears.
//!
//! The backend links them ([`BundledReferenceData`]). The frontend loads the same code as a second
//! WebAssembly module beside its first view and calls it through this trait.

#[cfg(feature = "reference-data")]
mod bundled;
#[cfg(feature = "reference-data")]
mod host_label;

#[cfg(feature = "reference-data")]
pub use bundled::BundledReferenceData;

/// Lookups that need a large table.
pub trait ReferenceData {
    /// Returns the IANA spelling of a time zone's name, matched in any case. Aliases such as
    /// `Asia/Calcutta` are not replaced. Returns `None` if the zone does not exist.
    fn time_zone(&self, name: &str) -> Option<String>;

    /// Maps a host name with non-ASCII characters or `xn--` labels by UTS 46 without transitional
    /// processing. Permits only the characters of RFC 5892 and emoji. Returns `None` if the text is
    /// not a host name. Does not check lengths or ASCII labels, which may be empty.
    fn domain(&self, domain: &str) -> Option<Domain>;

    /// Converts the text to Unicode normalization form C.
    fn nfc(&self, text: &str) -> String;

    /// Converts the text to Unicode normalization form KC.
    fn nfkc(&self, text: &str) -> String;
}

/// A host name in both of its forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Domain {
    /// The display and storage form: lower case, in Unicode.
    pub unicode: String,
    /// The ASCII form with `xn--` labels. Length limits apply to this form (RFC 1035).
    pub ascii: String,
}
