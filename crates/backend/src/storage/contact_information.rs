//! The plain types of the contact information, its revisions and the keys of its saves.

use chrono::{DateTime, Utc};
use partner_portal_contract::{
    ContactField, ContactInformation, ContactInformationInput, contact_information::UpdatedBy,
};

use crate::ids::UserId;

/// The newest contact information. The document is blank at revision 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredContactInformation {
    /// The document, with canonical values.
    pub document: ContactInformationInput,
    /// The number of saves so far.
    pub revision: u64,
    /// The user who saved this revision.
    pub updated_by: Option<UpdatedBy>,
    /// The time of the save.
    pub updated_at: Option<DateTime<Utc>>,
}

/// A revision to store.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct NewRevision {
    pub revision: u64,
    pub contact_information: ContactInformation,
    pub changed_fields: Vec<ContactField>,
    pub saved_by: UserId,
    pub saved_at: DateTime<Utc>,
}

/// A revision to store that differs from the newest one only in its alert contacts.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct NewAlertContacts {
    pub alert_contacts: Vec<UserId>,
    pub saved_by: UserId,
    pub saved_at: DateTime<Utc>,
}

/// An earlier revision, reduced to the parts that this version understands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRevision {
    /// The number of the save, counted from 1.
    pub revision: u64,
    /// The saved document.
    pub document: ContactInformationInput,
    /// The fields that differ from the previous revision.
    pub changed_fields: Vec<ContactField>,
    /// The user who saved this revision.
    pub saved_by: UpdatedBy,
    /// The time of the save.
    pub saved_at: DateTime<Utc>,
}

/// The idempotency key of a request, with the data that identify the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdempotencyKey {
    /// The request's path, without its query.
    pub path: String,
    /// The header's value.
    pub key: String,
    /// SHA-256 of the whole request.
    pub fingerprint: [u8; 32],
}

/// The earlier save for which an idempotency key was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct RememberedSave {
    pub fingerprint: [u8; 32],
    pub revision: u64,
}
