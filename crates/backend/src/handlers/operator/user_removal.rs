//! Removes a user of an account, named by their address.

use axum::{Json, extract::State};
use partner_portal_contract::{
    BundledReferenceData, Problem, ProblemCode, operator::UserRemoval, paths, users::PersonAddress,
};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{find, user::warnings};
use crate::{
    http::{
        error::ApiError,
        extract::{EmailInPath, PartnerIdInPath, ValidQuery, WritingOperator},
    },
    ids::UserId,
    rules::access::{check_replacement, found, keep_an_alert_contact, replace_alert_contact},
    state::AppState,
    storage::{AccessChange, accounts::StoredAccount},
};

/// The query of the removal.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct OperatorRemovalParameters {
    /// The address of the member who replaces the removed one as an alert contact.
    replacement_email: Option<String>,
}

/// Removes a user from an account, or revokes their invitation
///
/// The user loses access immediately. The last alert contact needs a replacement; the last
/// administrator can be removed, and the response says so.
#[utoipa::path(delete, path = paths::OPERATOR_USER, tag = "operator",
    security(("operator_token" = [])),
    params(
        ("partner_id" = String, Path, description = "The platform's own id, percent-encoded"),
        ("email" = String, Path, description = "The user's address, percent-encoded"),
        OperatorRemovalParameters,
    ),
    responses(
        (status = 200, body = UserRemoval),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn delete_operator_user(
    State(state): State<AppState>,
    _operator: WritingOperator,
    PartnerIdInPath(partner_id): PartnerIdInPath,
    email: EmailInPath,
    ValidQuery(parameters): ValidQuery<OperatorRemovalParameters>,
) -> Result<Json<UserRemoval>, ApiError> {
    let account = find(&state, &partner_id).await?.account;
    let address = email.address()?;
    let tasks = state.tasks.clone();
    let removal = remove(state, account, address, parameters.replacement_email);
    Ok(Json(tasks.finish(removal).await?))
}

async fn remove(
    state: AppState,
    account: StoredAccount,
    address: PersonAddress,
    replacement: Option<String>,
) -> Result<UserRemoval, ApiError> {
    let now = state.clock.now();
    let mut change = state.storage.begin_access_change(account.id.clone()).await?;
    let id = id_of(&mut change, &address).await?;
    let user = found(&mut change, &id, now).await?.user;
    let replacement = match replacement {
        Some(email) => Some(replacement_id(&mut change, &email).await?),
        None => None,
    };
    let replacement = replacement.as_ref().map(UserId::as_str);
    check_replacement(&mut change, &user, replacement).await?;
    keep_an_alert_contact(&mut change, &user, replacement).await?;
    replace_alert_contact(&mut change, &user, replacement, &UserId::operator(), now).await?;
    change.remove(&id, now).await?;
    let warnings = warnings(&mut change).await?;
    change.commit(now).await?;
    state.change_feed.publish_access_change(&account.id, &id);
    Ok(UserRemoval { warnings })
}

async fn id_of(change: &mut AccessChange, address: &PersonAddress) -> Result<UserId, ApiError> {
    Ok(change.user_with_address(address).await?.ok_or(ProblemCode::NotFound)?)
}

async fn replacement_id(change: &mut AccessChange, email: &str) -> Result<UserId, ApiError> {
    let address = PersonAddress::parse(email, &BundledReferenceData)
        .map_err(|_| ProblemCode::ReplacementNotPossible)?;
    let known = change.user_with_address(&address).await?;
    Ok(known.ok_or(ProblemCode::ReplacementNotPossible)?)
}
