//! The locales of the portal.

use js_sys::{Array, Intl, Object};

/// A locale of the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locale {
    /// English.
    En,
    /// Spanish.
    Es,
    /// Hebrew, right to left.
    He,
    /// Italian.
    It,
    /// Polish.
    Pl,
    /// Brazilian Portuguese.
    PtBr,
}

impl Locale {
    /// All locales, in the order of the language menu.
    pub const ALL: [Self; 6] = [Self::En, Self::Es, Self::He, Self::It, Self::Pl, Self::PtBr];

    /// Returns the BCP 47 tag, which is also the name of the file of sentences.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
            Self::He => "he",
            Self::It => "it",
            Self::Pl => "pl",
            Self::PtBr => "pt-BR",
        }
    }

    /// Returns the language's own name for itself.
    pub const fn native_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Es => "Español",
            Self::He => "עברית",
            Self::It => "Italiano",
            Self::Pl => "Polski",
            Self::PtBr => "Português (Brasil)",
        }
    }

    /// Returns the locale with this tag, spelled exactly as [`Self::tag`] writes it.
    pub fn parse(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|locale| locale.tag() == tag)
    }

    /// Returns whether text runs from right to left.
    pub const fn is_right_to_left(self) -> bool {
        matches!(self, Self::He)
    }

    /// Returns the CLDR plural category of a count, such as `one` or `other`.
    pub(super) fn plural_category(self, count: usize) -> String {
        let rules = Intl::PluralRules::new(&Array::of1(&self.tag().into()), &Object::new());
        #[expect(clippy::cast_precision_loss, reason = "counts on a screen are far below 2^53")]
        rules.select(count as f64).into()
    }
}
