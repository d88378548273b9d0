//! The languages in which the platform writes to people: the portal's six (product specification,
//! section 8).

use serde::{Deserialize, Serialize};

/// A language that mails are written in.
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

    /// The BCP 47 tag, as on the wire.
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

    /// The language of that tag, exactly as [`Self::tag`] writes it.
    pub fn parse(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }
}
