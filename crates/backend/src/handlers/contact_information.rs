//! The contact information as it is read.

use axum::{
    Json,
    extract::State,
    http::{HeaderName, HeaderValue, header},
};
use partner_portal_contract::{Problem, contact_information::ContactInformationDocument, paths};

use crate::{
    clock::rfc3339, error::ApiError, etag, extract::Member, ids::AccountId, state::AppState,
    storage::StoredContactInformation,
};

/// A document with its tag.
pub(crate) type TaggedDocument = ([(HeaderName, HeaderValue); 1], Json<ContactInformationDocument>);

/// The contact information, who saved it last, and its revision
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
    let stored = state.storage.contact_information(&member.account).await?;
    tagged(&state, &member.account, stored).await
}

/// The document as it is answered.
pub(crate) async fn tagged(
    state: &AppState,
    account: &AccountId,
    stored: StoredContactInformation,
) -> Result<TaggedDocument, ApiError> {
    let ids = &stored.document.alert_contacts;
    let alert_contact_users = state.storage.users_with_ids(account, ids, state.clock.now()).await?;
    let tag = etag::of_revision(stored.revision);
    let document = ContactInformationDocument {
        contact_information: stored.document,
        alert_contact_users,
        revision: stored.revision,
        updated_by: stored.updated_by,
        updated_at: stored.updated_at.map(rfc3339),
    };
    Ok(([(header::ETAG, tag)], Json(document)))
}
