//! The plural forms that each language needs.

/// What CLDR says about a language's counts (whole numbers from 0).
pub(super) struct Plurals {
    /// As the file is called.
    pub(super) tag: &'static str,
    /// Its categories. An end-to-end test compares them with the browser's `Intl.PluralRules`.
    pub(super) categories: &'static [&'static str],
    /// Those that one number alone belongs to, so that a word can stand for it. Portuguese has
    /// none: its `one` is 0 as well.
    pub(super) exact: &'static [&'static str],
}

/// Every language that the portal speaks.
pub(super) const PLURALS: [Plurals; 6] = [
    Plurals { tag: "en", categories: &["one", "other"], exact: &["one"] },
    Plurals { tag: "es", categories: &["one", "many", "other"], exact: &["one"] },
    Plurals { tag: "he", categories: &["one", "two", "other"], exact: &["one", "two"] },
    Plurals { tag: "it", categories: &["one", "many", "other"], exact: &["one"] },
    Plurals { tag: "pl", categories: &["one", "few", "many", "other"], exact: &["one"] },
    Plurals { tag: "pt-BR", categories: &["one", "many", "other"], exact: &[] },
];
