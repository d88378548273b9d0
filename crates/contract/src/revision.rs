//! The saves of the contact information: who, when, and what changed.

use serde::{Deserialize, Serialize};

use crate::{
    ContactField, ContactInformationDraft,
    contact_information::{UpdatedBy, tolerant},
    users::User,
};

/// The most revisions in one page.
pub const MAX_PAGE_SIZE: u32 = 50;

/// One save.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Revision {
    /// Counts the saves, from 1.
    pub revision: u64,
    /// Who saved.
    pub saved_by: UpdatedBy,
    /// When, in RFC 3339 with `Z`.
    pub saved_at: String,
    /// The fields that differ from the revision before, in display order; empty when somebody saved
    /// what was there already.
    pub changed_fields: Vec<ContactField>,
    /// The revision before; all empty before the first one.
    #[serde(deserialize_with = "tolerant::draft")]
    pub before: ContactInformationDraft,
    /// What was saved.
    #[serde(deserialize_with = "tolerant::draft")]
    pub after: ContactInformationDraft,
}

/// The answer of a `GET`: newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RevisionPage {
    /// The saves.
    pub revisions: Vec<Revision>,
    /// The users behind the alert contacts' ids, for display; one that is gone is left out.
    #[serde(default)]
    pub users: Vec<User>,
    /// Leads to older ones; `null` on the last page.
    pub next_page_token: Option<String>,
}
