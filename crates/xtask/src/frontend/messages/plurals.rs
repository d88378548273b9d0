//! The plural forms of each language.

use partner_portal_contract::language::Language;

/// A language's plural rules for whole numbers from 0, as defined by CLDR.
#[derive(Clone, Copy)]
pub(super) struct Plurals {
    /// The plural categories. An end-to-end test compares them with the browser's
    /// `Intl.PluralRules`.
    pub(super) categories: &'static [&'static str],
    /// The categories that contain exactly one number, so that a word can replace it. Portuguese
    /// has none, because its `one` includes 0.
    pub(super) exact: &'static [&'static str],
}

impl Plurals {
    /// Returns the plural rules of a language.
    pub(super) const fn of(language: Language) -> Self {
        match language {
            Language::English => Self { categories: &["one", "other"], exact: &["one"] },
            Language::Spanish | Language::Italian => {
                Self { categories: &["one", "many", "other"], exact: &["one"] }
            }
            Language::Hebrew => {
                Self { categories: &["one", "two", "other"], exact: &["one", "two"] }
            }
            Language::Polish => {
                Self { categories: &["one", "few", "many", "other"], exact: &["one"] }
            }
            Language::BrazilianPortuguese => {
                Self { categories: &["one", "many", "other"], exact: &[] }
            }
        }
    }
}
