//! Changes the role of a user, and removes a user from an account.

use axum::{Json, extract::State, http::StatusCode};
use partner_portal_contract::{
    FieldError, FieldErrorCode, Problem, ProblemCode, paths,
    users::{Role, User, UserChange, UserField},
};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::{
    http::{
        error::ApiError,
        extract::{JsonBody, ManagingMember, Member, UserInPath, ValidQuery},
    },
    ids::UserId,
    rules::access::{
        check_replacement, found, keep_an_administrator, keep_an_alert_contact,
        replace_alert_contact, still_manages,
    },
    state::AppState,
};

/// The query of the removal.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct RemovalParameters {
    /// The user who replaces the removed one as an alert contact.
    replacement_user_id: Option<String>,
}

/// Changes the role of a user
///
/// An alert contact remains one, unless the request names a replacement.
#[utoipa::path(patch, path = paths::USER, tag = "users",
    params(
        ("account" = String, Path, description = "The account's id"),
        ("user" = String, Path, description = "The id of the person or the invitation"),
        ("x-partner-portal" = String, Header, description = "`1`"),
    ),
    request_body = UserChange,
    responses(
        (status = 200, body = User),
        (status = 422, body = Problem<UserField>, content_type = "application/problem+json"),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn patch_user(
    State(state): State<AppState>,
    ManagingMember(member): ManagingMember,
    UserInPath(user): UserInPath,
    JsonBody(wanted): JsonBody<UserChange>,
) -> Result<Json<User>, ApiError> {
    let tasks = state.tasks.clone();
    Ok(Json(tasks.finish(change_role(state, member, user, wanted)).await?))
}

async fn change_role(
    state: AppState,
    member: Member,
    id: UserId,
    wanted: UserChange,
) -> Result<User, ApiError> {
    let account = state.storage.account(&member.account).await?.ok_or(ProblemCode::NotFound)?;
    let roles = state.integration_type(&account)?.roles();
    let replacement = wanted.replacement_user_id.as_deref();
    let now = state.clock.now();
    let mut change = state.storage.begin_access_change(account.id.clone()).await?;
    still_manages(&mut change, &member.signed_in.person.id).await?;
    let user = found(&mut change, &id, now).await?.user;
    if !roles.contains(&wanted.role) {
        let error = FieldError::of_field(UserField::Role, FieldErrorCode::RoleUnavailable);
        return Err(ApiError::user_invalid(vec![error]));
    }
    if wanted.role != Role::Administrator {
        keep_an_administrator(&mut change, &user).await?;
    }
    check_replacement(&mut change, &user, replacement).await?;
    change.set_role(&id, wanted.role).await?;
    if replacement.is_some() {
        let saved_by = &member.signed_in.person.id;
        replace_alert_contact(&mut change, &user, replacement, saved_by, now).await?;
    }
    let changed = found(&mut change, &id, now).await?.user;
    change.commit(now).await?;
    state.change_feed.publish_access_change(&account.id, &id);
    Ok(changed)
}

/// Removes a user from the account, or revokes their invitation
///
/// The user loses access immediately. Their saves remain in the history.
#[utoipa::path(delete, path = paths::USER, tag = "users",
    params(
        ("account" = String, Path, description = "The account's id"),
        ("user" = String, Path, description = "The id of the person or the invitation"),
        RemovalParameters,
        ("x-partner-portal" = String, Header, description = "`1`"),
    ),
    responses(
        (status = 204, description = "Removed"),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn delete_user(
    State(state): State<AppState>,
    ManagingMember(member): ManagingMember,
    UserInPath(user): UserInPath,
    ValidQuery(parameters): ValidQuery<RemovalParameters>,
) -> Result<StatusCode, ApiError> {
    let tasks = state.tasks.clone();
    tasks.finish(remove(state, member, user, parameters.replacement_user_id)).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn remove(
    state: AppState,
    member: Member,
    id: UserId,
    replacement: Option<String>,
) -> Result<(), ApiError> {
    let replacement = replacement.as_deref();
    let now = state.clock.now();
    let mut change = state.storage.begin_access_change(member.account.clone()).await?;
    still_manages(&mut change, &member.signed_in.person.id).await?;
    let user = found(&mut change, &id, now).await?.user;
    keep_an_administrator(&mut change, &user).await?;
    check_replacement(&mut change, &user, replacement).await?;
    keep_an_alert_contact(&mut change, &user, replacement).await?;
    let saved_by = &member.signed_in.person.id;
    replace_alert_contact(&mut change, &user, replacement, saved_by, now).await?;
    change.remove(&id, now).await?;
    change.commit(now).await?;
    state.change_feed.publish_access_change(&member.account, &id);
    Ok(())
}
