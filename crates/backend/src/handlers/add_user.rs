//! Invites users to an account.

use axum::{Json, extract::State, http::StatusCode};
use partner_portal_contract::{
    BundledReferenceData, Problem, ProblemCode, paths,
    users::{InvitedUser, NewUserDraft, UserField},
};

use super::invitation;
use crate::{
    http::{
        error::ApiError,
        extract::{JsonBody, ManagingMember, Member},
    },
    ids::{InvitationId, UserId},
    rules::{
        access::{found, invitation_period, still_manages},
        limits::count_invitation_to,
    },
    state::AppState,
};

/// Invites a user to the account
///
/// The response repeats the request's data, even if the address belongs to a member of another
/// account. That member's own name and id are shown only after they accept. Until then, `user.id`
/// is the id of the invitation.
#[utoipa::path(post, path = paths::USERS, tag = "users",
    params(
        ("account" = String, Path, description = "The account's id"),
        ("x-partner-portal" = String, Header, description = "`1`"),
    ),
    request_body = NewUserDraft,
    responses(
        (status = 201, body = InvitedUser),
        (status = 429, body = Problem, content_type = "application/problem+json",
            headers(("retry-after" = u64, description = "In seconds"))),
        (status = 422, body = Problem<UserField>, content_type = "application/problem+json"),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn post_user(
    State(state): State<AppState>,
    ManagingMember(member): ManagingMember,
    JsonBody(draft): JsonBody<NewUserDraft>,
) -> Result<(StatusCode, Json<InvitedUser>), ApiError> {
    let tasks = state.tasks.clone();
    Ok((StatusCode::CREATED, Json(tasks.finish(add(state, member, draft)).await?)))
}

async fn add(
    state: AppState,
    member: Member,
    draft: NewUserDraft,
) -> Result<InvitedUser, ApiError> {
    let account = state.storage.account(&member.account).await?.ok_or(ProblemCode::NotFound)?;
    let roles = state.integration_type(&account)?.roles();
    let new = draft.parse(roles, &BundledReferenceData).map_err(ApiError::user_invalid)?;
    // Must run before the change begins, because storage has a single writer.
    state.limits.count_invitation(&account.id).await?;
    let now = state.clock.now();
    let period = invitation_period(now);
    let mut change = state.storage.begin_access_change(account.id.clone()).await?;
    still_manages(&mut change, &member.signed_in.person.id).await?;
    if change.has_address(new.address()).await? {
        return Err(ProblemCode::EmailTaken.into());
    }
    let may_mail = count_invitation_to(&mut change, &account.id, new.address().key(), now).await?;
    let id = InvitationId::generate().map_err(|_| ProblemCode::Internal)?;
    change.invite(&id, &new, &member.signed_in.person.id, period).await?;
    let invited = found(&mut change, &UserId::new(id.as_str()), now).await?;
    change.commit().await?;
    state.notices.changed(&account.id);
    Ok(invitation::send(&state, &account, &member, invited, period, may_mail).await)
}
