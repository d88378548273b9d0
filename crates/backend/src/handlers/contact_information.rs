//! Returns the contact information.

use axum::{
    Json,
    extract::State,
    http::{HeaderName, HeaderValue, header},
};
use partner_portal_contract::{Problem, contact_information::ContactInformationDocument, paths};

use crate::{
    clock::rfc3339,
    http::{error::ApiError, etag, extract::Member},
    ids::AccountId,
    state::AppState,
    storage::StoredContactInformation,
};

/// A document with its `ETag` header.
pub(crate) type TaggedDocument = ([(HeaderName, HeaderValue); 1], Json<ContactInformationDocument>);

/// Returns the contact information, the user who saved it last, and its revision
#[utoipa::path(get, path = paths::CONTACT_INFORMATION, tag = "contact information",
    params(("account" = String, Path, description = "The account's id")),
    responses(
        (status = 200, body = ContactInformationDocument, headers(("etag" = String))),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn get_contact_information(
    State(state): State<AppState>,
    member: Member,
) -> Result<TaggedDocument, ApiError> {
    Ok(tagged(contact_information(&state, &member).await?))
}

/// Reads the document in the form that the API returns to a member of its account.
pub(crate) async fn contact_information(
    state: &AppState,
    member: &Member,
) -> Result<ContactInformationDocument, ApiError> {
    let stored = state.storage.contact_information(&member.account).await?;
    answered(state, &member.account, stored).await
}

/// Adds the alert contacts and the formatted time to a stored document.
pub(crate) async fn answered(
    state: &AppState,
    account: &AccountId,
    stored: StoredContactInformation,
) -> Result<ContactInformationDocument, ApiError> {
    let ids = &stored.document.alert_contacts;
    let alert_contact_users = state.storage.users_with_ids(account, ids, state.clock.now()).await?;
    Ok(ContactInformationDocument {
        contact_information: stored.document,
        alert_contact_users,
        revision: stored.revision,
        updated_by: stored.updated_by,
        updated_at: stored.updated_at.map(rfc3339),
    })
}

/// Adds the `ETag` header to a document.
pub(crate) fn tagged(document: ContactInformationDocument) -> TaggedDocument {
    ([(header::ETAG, etag::of_revision(document.revision))], Json(document))
}
