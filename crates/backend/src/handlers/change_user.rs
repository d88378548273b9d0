//! Changes the role of a user of an account.

use axum::{Json, extract::State};
use partner_portal_contract::{
    FieldError, FieldErrorCode, Problem, ProblemCode, paths,
    users::{Role, User, UserChange, UserField},
};

use crate::{
    http::{
        error::ApiError,
        extract::{JsonBody, ManagingMember, Member, UserInPath},
    },
    ids::UserId,
    rules::access::{
        check_replacement, found, keep_an_administrator, replace_alert_contact, still_manages,
    },
    state::AppState,
};

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
    change.commit().await?;
    state.notices.access_changed(&account.id, &id);
    Ok(changed)
}
