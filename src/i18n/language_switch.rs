//! The result of a language change.

use partner_portal_contract::language::Language;

/// The result of the last language change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LanguageSwitch {
    /// No change was requested.
    None,
    /// The sentences of the new language are loading.
    UnderWay,
    /// The new language is shown.
    Shown(Language),
    /// The sentences could not be loaded, so the previous language is still shown.
    Failed(Language),
}
