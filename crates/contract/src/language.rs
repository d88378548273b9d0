//! The languages of the portal and its mails (product specification, section 8).

use serde::{Deserialize, Serialize};

/// A language in which the portal is shown and mails are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Language {
    /// English.
    #[default]
    #[serde(rename = "en")]
    English,
    /// Spanish.
    #[serde(rename = "es")]
    Spanish,
    /// Hebrew, right to left.
    #[serde(rename = "he")]
    Hebrew,
    /// Italian.
    #[serde(rename = "it")]
    Italian,
    /// Polish.
    #[serde(rename = "pl")]
    Polish,
    /// Brazilian Portuguese.
    #[serde(rename = "pt-BR")]
    BrazilianPortuguese,
}

impl Language {
    /// Every language, in the order of the language menu.
    pub const ALL: [Self; 6] = [
        Self::English,
        Self::Spanish,
        Self::Hebrew,
        Self::Italian,
        Self::Polish,
        Self::BrazilianPortuguese,
    ];

    /// Returns the BCP 47 tag, which is also used on the wire.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
            Self::Hebrew => "he",
            Self::Italian => "it",
            Self::Polish => "pl",
            Self::BrazilianPortuguese => "pt-BR",
        }
    }

    /// Returns the language's own name for itself.
    pub const fn native_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Spanish => "Español",
            Self::Hebrew => "עברית",
            Self::Italian => "Italiano",
            Self::Polish => "Polski",
            Self::BrazilianPortuguese => "Português (Brasil)",
        }
    }

    /// Returns true if the language is written from right to left.
    pub const fn is_right_to_left(self) -> bool {
        matches!(self, Self::Hebrew)
    }

    /// Returns the language whose [`Self::tag`] is exactly `tag`.
    pub fn parse(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }
}
