//! Reads and saves the contact information of an account as a bare document. Alert contacts are named
//! by their addresses.

use axum::{
    Json,
    extract::State,
    http::{HeaderName, HeaderValue, header},
};
use partner_portal_contract::{ContactInformationInput, Environment, Problem, paths};
use serde::Deserialize;
use utoipa::IntoParams;

use super::find;
use crate::{
    handlers::save::{SaveRequest, Saver},
    http::{
        error::ApiError,
        etag,
        extract::{IfMatch, JsonBody, Operator, PartnerIdInPath, ValidQuery, WritingOperator},
        idempotency::RequestedKey,
    },
    ids::AccountId,
    state::AppState,
    storage::contact_information::StoredContactInformation,
};

/// A document with its `ETag` header.
type TaggedInput = ([(HeaderName, HeaderValue); 1], Json<ContactInformationInput>);

/// The query of the save.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct OptionalEnvironment {
    /// The environment whose rules apply. The default is `production`, or the only environment of
    /// the account.
    environment: Option<Environment>,
}

/// Returns the contact information, with the addresses of the alert contacts
#[utoipa::path(get, path = paths::OPERATOR_CONTACT_INFORMATION, tag = "operator",
    security(("operator_token" = [])),
    params(("partner_id" = String, Path, description = "The platform's own id, percent-encoded")),
    responses(
        (status = 200, body = ContactInformationInput, headers(("etag" = String))),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn get_operator_contact_information(
    State(state): State<AppState>,
    _operator: Operator,
    PartnerIdInPath(partner_id): PartnerIdInPath,
) -> Result<TaggedInput, ApiError> {
    let account = find(&state, &partner_id).await?.account;
    let stored = state.storage.contact_information(&account.id).await?;
    document(&state, &account.id, stored).await
}

/// Saves the contact information by the rules of an environment
///
/// The document that `GET` returns can be sent. An alert contact is the address of a member. A
/// repeated request with the same `Idempotency-Key` is saved only once. The history names the
/// platform as the author.
#[utoipa::path(put, path = paths::OPERATOR_CONTACT_INFORMATION, tag = "operator",
    security(("operator_token" = [])),
    params(
        ("partner_id" = String, Path, description = "The platform's own id, percent-encoded"),
        OptionalEnvironment,
        ("if-match" = String, Header, description = "The `ETag` that was read"),
        ("idempotency-key" = Option<String>, Header, description = "Names the save for 24 hours"),
    ),
    request_body = ContactInformationInput,
    responses(
        (status = 200, body = ContactInformationInput, headers(("etag" = String))),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn put_operator_contact_information(
    State(state): State<AppState>,
    WritingOperator(operator): WritingOperator,
    PartnerIdInPath(partner_id): PartnerIdInPath,
    ValidQuery(query): ValidQuery<OptionalEnvironment>,
    if_match: IfMatch,
    key: RequestedKey,
    JsonBody(input): JsonBody<ContactInformationInput>,
) -> Result<TaggedInput, ApiError> {
    let account = find(&state, &partner_id).await?.account;
    let environment = match query.environment {
        Some(environment) => environment,
        // Production is the last environment.
        None => state.integration_type(&account)?.environments().max().unwrap_or_default(),
    };
    // Each token has its own keys, because the systems of the operator do not know each other's.
    let path = format!("{}#{}", paths::OPERATOR_CONTACT_INFORMATION, operator.token.id);
    let key = key.for_path(path, environment, &input)?;
    let saver = Saver::Operator { name: state.integration_types.platform().name.clone() };
    let id = account.id.clone();
    let request = SaveRequest { account: account.id, saver, environment, if_match, key, input };
    let stored = state.tasks.finish(request.save(state.clone())).await?;
    document(&state, &id, stored).await
}

/// Replaces the ids of the alert contacts with their addresses.
async fn document(
    state: &AppState,
    account: &AccountId,
    stored: StoredContactInformation,
) -> Result<TaggedInput, ApiError> {
    let StoredContactInformation { document: mut input, revision, .. } = stored;
    let ids = &input.alert_contacts;
    let users = state.storage.users_with_ids(account, ids, state.clock.now()).await?;
    let address = |id: &String| users.iter().find(|user| user.id == *id);
    input.alert_contacts = ids.iter().filter_map(address).map(|user| user.email.clone()).collect();
    Ok(([(header::ETAG, etag::of_revision(revision))], Json(input)))
}
