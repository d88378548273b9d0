//! The plural forms of each language.

/// A language's plural rules for whole numbers from 0, as defined by CLDR.
pub(super) struct Plurals {
    /// The language tag, which is the file's name.
    pub(super) tag: &'static str,
    /// The plural categories. An end-to-end test compares them with the browser's
    /// `Intl.PluralRules`.
    pub(super) categories: &'static [&'static str],
    /// The categories that contain exactly one number, so that a word can replace it. Portuguese
    /// has none, because its `one` includes 0.
    pub(super) exact: &'static [&'static str],
}

/// Every language of the portal.
pub(super) const PLURALS: [Plurals; 6] = [
    Plurals { tag: "en", categories: &["one", "other"], exact: &["one"] },
    Plurals { tag: "es", categories: &["one", "many", "other"], exact: &["one"] },
    Plurals { tag: "he", categories: &["one", "two", "other"], exact: &["one", "two"] },
    Plurals { tag: "it", categories: &["one", "many", "other"], exact: &["one"] },
    Plurals { tag: "pl", categories: &["one", "few", "many", "other"], exact: &["one"] },
    Plurals { tag: "pt-BR", categories: &["one", "many", "other"], exact: &[] },
];
