//! The draft: text that a user has typed but not submitted, stored by the backend.
//!
//! The backend stores a draft without validating it. Text that is invalid, incomplete or from an
//! older form is stored unchanged. Only its author can see it.

use serde::{Deserialize, Serialize};

/// The request body of a `PUT`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DraftToSave {
    /// The version of the form that wrote [`Self::content`]; it determines the format.
    pub form_version: u32,
    /// The content of the form's controls, in the form's own format.
    pub content: String,
    /// The revision of the contact information on which the user's changes are based.
    pub base_revision: u64,
}

/// A stored draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SavedDraft {
    /// The client's value, unchanged.
    pub form_version: u32,
    /// The client's value, unchanged.
    pub content: String,
    /// The client's value, unchanged.
    pub base_revision: u64,
    /// The time of the last write, in RFC 3339 with `Z`.
    pub saved_at: String,
}

/// The response body of a `GET`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DraftAnswer {
    /// The user's draft for the account; `null` if there is none.
    pub draft: Option<SavedDraft>,
}
