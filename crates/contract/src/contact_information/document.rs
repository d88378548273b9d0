//! Stored contact information with its revision.

use serde::{Deserialize, Serialize};

use crate::{ContactInformationInput, input::lenient, users::User};

/// The stored document, the response body of `GET` and `PUT`. Its `ETag` is the revision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ContactInformationDocument {
    /// The fields; all empty at revision 0.
    #[serde(deserialize_with = "lenient::input")]
    pub contact_information: ContactInformationInput,
    /// The users behind the alert contacts' ids, for display. Users who no longer exist are
    /// omitted.
    #[serde(default)]
    pub alert_contact_users: Vec<User>,
    /// The number of saves; 0 before the first save.
    pub revision: u64,
    /// The user who saved last.
    pub updated_by: Option<UpdatedBy>,
    /// The time of the last save, in RFC 3339 with `Z`.
    pub updated_at: Option<String>,
}

/// The user who saved a revision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UpdatedBy {
    /// The user's id.
    pub id: String,
    /// The user's current name.
    pub name: String,
}
