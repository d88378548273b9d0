//! Reads and saves the contact information.

use axum::{
    Json,
    extract::State,
    http::{HeaderName, HeaderValue, header},
};
use partner_portal_contract::{
    ContactInformationInput, Problem, contact_information::ContactInformationDocument, paths,
};

use super::save::{SaveRequest, Saver};
use crate::{
    clock::rfc3339,
    http::{
        error::ApiError,
        etag,
        extract::{EditingMember, EnvironmentQuery, IfMatch, JsonBody, Member, ValidQuery},
        idempotency::RequestedKey,
    },
    ids::AccountId,
    state::AppState,
    storage::contact_information::StoredContactInformation,
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
    Ok(tagged(read_document(&state, &member).await?))
}

/// Saves the contact information by the rules of an environment
///
/// A repeated request with the same `Idempotency-Key` gets the same response and is saved only
/// once.
#[utoipa::path(put, path = paths::CONTACT_INFORMATION, tag = "contact information",
    params(
        ("account" = String, Path, description = "The account's id"),
        EnvironmentQuery,
        ("if-match" = String, Header, description = "The `ETag` that was edited"),
        ("idempotency-key" = Option<String>, Header, description = "Names the save for 24 hours"),
        ("x-partner-portal" = String, Header, description = "`1`"),
    ),
    request_body = ContactInformationInput,
    responses(
        (status = 200, body = ContactInformationDocument, headers(("etag" = String))),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn put_contact_information(
    State(state): State<AppState>,
    EditingMember(member): EditingMember,
    ValidQuery(query): ValidQuery<EnvironmentQuery>,
    if_match: IfMatch,
    key: RequestedKey,
    JsonBody(input): JsonBody<ContactInformationInput>,
) -> Result<TaggedDocument, ApiError> {
    let key = key.for_save(&member.account, query.environment, &input)?;
    let Member { signed_in, account, .. } = member;
    let request = SaveRequest {
        account: account.clone(),
        saver: Saver::Member(signed_in.person),
        environment: query.environment,
        if_match,
        key,
        input,
    };
    let saved = state.tasks.finish(request.save(state.clone())).await?;
    Ok(tagged(document_of(&state, &account, saved).await?))
}

/// Reads the document in the form that the API returns to a member of its account.
pub(crate) async fn read_document(
    state: &AppState,
    member: &Member,
) -> Result<ContactInformationDocument, ApiError> {
    let stored = state.storage.contact_information(&member.account).await?;
    document_of(state, &member.account, stored).await
}

/// Adds the alert contacts and the formatted time to a stored document.
pub(crate) async fn document_of(
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
