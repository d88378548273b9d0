//! Creates, replaces, returns and deletes an account.

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
};
use partner_portal_contract::{
    BundledReferenceData, Problem, ProblemCode,
    operator::{AccountDeletion, NewAccount, OperatorAccount, OperatorAccountInput},
    paths,
};
use serde::Deserialize;
use utoipa::IntoParams;

use super::find;
use crate::{
    http::{
        error::ApiError,
        etag,
        extract::{IfMatch, JsonBody, Operator, PartnerIdInPath, ValidQuery, WritingOperator},
    },
    ids::AccountId,
    rules::operated_account::operator_account,
    state::AppState,
};

/// An account with its `ETag` header.
type TaggedAccount = ([(HeaderName, HeaderValue); 1], Json<OperatorAccount>);

/// The query of the deletion.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(default)]
#[derive(Default)]
#[into_params(parameter_in = Query)]
pub(crate) struct DeletionParameters {
    /// Only reports what would be deleted.
    dry_run: bool,
}

/// Returns an account with its completion in each environment
#[utoipa::path(get, path = paths::OPERATOR_ACCOUNT, tag = "operator",
    security(("operator_token" = [])),
    params(("partner_id" = String, Path, description = "The platform's own id, percent-encoded")),
    responses(
        (status = 200, body = OperatorAccount, headers(("etag" = String))),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn get_operator_account(
    State(state): State<AppState>,
    _operator: Operator,
    PartnerIdInPath(partner_id): PartnerIdInPath,
) -> Result<TaggedAccount, ApiError> {
    read(&state, &partner_id).await
}

/// Creates or replaces an account
///
/// The users and the contact information stay as they are. The response tells whether the account is
/// locked now and by which requirements, for example after a move to another integration type.
/// Repeating the request changes nothing. `If-Match` is optional.
#[utoipa::path(put, path = paths::OPERATOR_ACCOUNT, tag = "operator",
    security(("operator_token" = [])),
    params(
        ("partner_id" = String, Path, description = "The platform's own id, percent-encoded; at \
            most 200 characters"),
        ("if-match" = Option<String>, Header, description = "The `ETag` that was read"),
    ),
    request_body = OperatorAccountInput,
    responses(
        (status = 201, body = OperatorAccount, headers(("etag" = String))),
        (status = 200, body = OperatorAccount, headers(("etag" = String))),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn put_operator_account(
    State(state): State<AppState>,
    _operator: WritingOperator,
    PartnerIdInPath(partner_id): PartnerIdInPath,
    headers: HeaderMap,
    JsonBody(input): JsonBody<OperatorAccountInput>,
) -> Result<(StatusCode, TaggedAccount), ApiError> {
    let is_offered = |id: &str| state.integration_types.get(id).is_some();
    let new = input
        .parse(&partner_id, is_offered, &BundledReferenceData)
        .map_err(ApiError::account_invalid)?;
    let if_match = headers.contains_key(header::IF_MATCH).then_some(headers);
    let tasks = state.tasks.clone();
    let status = tasks.finish(put(state.clone(), new, if_match)).await?;
    Ok((status, read(&state, &partner_id).await?))
}

async fn put(
    state: AppState,
    new: NewAccount,
    if_match: Option<HeaderMap>,
) -> Result<StatusCode, ApiError> {
    let now = state.clock.now();
    let mut change = state.storage.begin_account_change().await?;
    let stored = state.storage.account_information_of(&[new.partner_id()]).await?;
    let Some(stored) = stored.into_iter().next() else {
        if if_match.is_some() {
            return Err(ProblemCode::NotFound.into());
        }
        let id = AccountId::generate().map_err(|_| ProblemCode::Internal)?;
        change.add(&id, &new, now).await?;
        change.commit().await?;
        return Ok(StatusCode::CREATED);
    };
    let current = operator_account(&state.integration_types, &stored)?;
    if let Some(headers) = if_match {
        let tag = tag(&current)?;
        if !etag::if_match(&headers, &tag) {
            return Err(ApiError::revision_stale(tag));
        }
    }
    let is_changed = current.name != new.name()
        || current.integration_type != new.integration_type()
        || current.language != new.language()
        || current.brands != default_first(&new);
    if is_changed {
        change.replace(&stored.account.id, &new, now).await?;
        change.commit().await?;
        state.change_feed.publish_change(&stored.account.id);
    }
    Ok(StatusCode::OK)
}

/// Returns the brands in the order in which the account shows them.
fn default_first(new: &NewAccount) -> Vec<partner_portal_contract::operator::OperatorBrand> {
    let (mut brands, others): (Vec<_>, Vec<_>) =
        new.brands().iter().cloned().partition(|brand| brand.is_default);
    brands.extend(others);
    brands
}

/// Deletes an account with its users, its contact information and its history
///
/// People without another account are deleted too. `dry_run=true` only reports what would be deleted.
#[utoipa::path(delete, path = paths::OPERATOR_ACCOUNT, tag = "operator",
    security(("operator_token" = [])),
    params(
        ("partner_id" = String, Path, description = "The platform's own id, percent-encoded"),
        DeletionParameters,
        ("if-match" = String, Header, description = "The `ETag` of the account"),
    ),
    responses(
        (status = 200, body = AccountDeletion),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn delete_operator_account(
    State(state): State<AppState>,
    _operator: WritingOperator,
    PartnerIdInPath(partner_id): PartnerIdInPath,
    ValidQuery(parameters): ValidQuery<DeletionParameters>,
    if_match: IfMatch,
) -> Result<Json<AccountDeletion>, ApiError> {
    let tasks = state.tasks.clone();
    Ok(Json(tasks.finish(delete(state, partner_id, parameters.dry_run, if_match)).await?))
}

async fn delete(
    state: AppState,
    partner_id: String,
    is_dry_run: bool,
    if_match: IfMatch,
) -> Result<AccountDeletion, ApiError> {
    let mut change = state.storage.begin_account_change().await?;
    let stored = find(&state, &partner_id).await?;
    let tag = tag(&operator_account(&state.integration_types, &stored)?)?;
    if !if_match.names(&tag) {
        return Err(ApiError::revision_stale(tag));
    }
    let id = &stored.account.id;
    let contents = change.contents(id).await?;
    if !is_dry_run {
        change.delete(id, state.clock.now()).await?;
        change.commit().await?;
        state.change_feed.publish_change(id);
    }
    Ok(AccountDeletion {
        deleted: !is_dry_run,
        members: contents.members,
        invitations: contents.invitations,
        revisions: contents.revisions,
        drafts: contents.drafts,
    })
}

async fn read(state: &AppState, partner_id: &str) -> Result<TaggedAccount, ApiError> {
    let account = operator_account(&state.integration_types, &find(state, partner_id).await?)?;
    Ok(([(header::ETAG, tag(&account)?)], Json(account)))
}

fn tag(account: &OperatorAccount) -> Result<HeaderValue, ProblemCode> {
    let written = serde_json::to_vec(account).map_err(|_| ProblemCode::Internal)?;
    Ok(etag::of_version(&etag::version_of(&written)))
}
