//! The history of the contact information: the author, time and changes of each save.

use serde::{Deserialize, Serialize};

use crate::{
    ContactField, ContactInformationInput, contact_information::UpdatedBy, input::lenient,
    users::User,
};

/// The maximum number of revisions in one page.
pub const MAX_PAGE_SIZE: u32 = 50;

/// A save of the contact information.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Revision {
    /// The number of the save, counted from 1.
    pub revision: u64,
    /// The user who saved.
    pub saved_by: UpdatedBy,
    /// The time of the save, in RFC 3339 with `Z`.
    pub saved_at: String,
    /// The fields that differ from the previous revision, in display order. Empty if a save changed
    /// nothing.
    pub changed_fields: Vec<ContactField>,
    /// The content of the previous revision. All fields are empty before the first one.
    #[serde(deserialize_with = "lenient::input")]
    pub before: ContactInformationInput,
    /// The content that was saved.
    #[serde(deserialize_with = "lenient::input")]
    pub after: ContactInformationInput,
}

/// The response body of a `GET`; newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RevisionPage {
    /// The saves.
    pub revisions: Vec<Revision>,
    /// The users behind the alert contacts' ids, for display. Users who no longer exist are
    /// omitted.
    #[serde(default)]
    pub users: Vec<User>,
    /// The token for the page of older revisions; `null` on the last page.
    pub next_page_token: Option<String>,
}
