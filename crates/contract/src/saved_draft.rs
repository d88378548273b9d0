//! What somebody has typed and not submitted, as the backend keeps it for them.
//!
//! The backend stores a draft and never judges it: what is wrong, half typed or from an older form
//! is kept as it is. Only its author ever sees it.

use serde::{Deserialize, Serialize};

/// The body of a `PUT`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DraftToSave {
    /// The version of the form that wrote [`Self::content`], and so its format.
    pub form_version: u32,
    /// What is in the form's controls, in the form's own format.
    pub content: String,
    /// The revision of the contact information that the editing started from.
    pub base_revision: u64,
}

/// A draft as the backend keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SavedDraft {
    /// As it was sent.
    pub form_version: u32,
    /// As it was sent.
    pub content: String,
    /// As it was sent.
    pub base_revision: u64,
    /// When, in RFC 3339 with `Z`.
    pub saved_at: String,
}

/// The answer of a `GET`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DraftAnswer {
    /// This person's draft for the account; `null` when there is none.
    pub draft: Option<SavedDraft>,
}
