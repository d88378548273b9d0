//! Sends an invitation again.

use axum::{Json, extract::State};
use partner_portal_contract::{
    Problem, ProblemCode, paths,
    users::{InvitedUser, UserState},
};

use super::invitation_mail;
use crate::{
    http::{
        error::ApiError,
        extract::{ManagingMember, Member, UserInPath},
    },
    ids::UserId,
    rules::{
        access::{found, invitation_period, still_manages},
        limits::count_invitation_to,
    },
    state::AppState,
};

/// Sends an invitation again
///
/// The period in which it can be accepted starts anew, even if it was declined.
#[utoipa::path(post, path = paths::USER_INVITATION, tag = "users",
    params(
        ("account" = String, Path, description = "The account's id"),
        ("user" = String, Path, description = "The invitation's id, from the list of users"),
        ("x-partner-portal" = String, Header, description = "`1`"),
    ),
    responses(
        (status = 200, body = InvitedUser),
        (status = 429, body = Problem, content_type = "application/problem+json",
            headers(("retry-after" = u64, description = "In seconds"))),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn post_invitation(
    State(state): State<AppState>,
    ManagingMember(member): ManagingMember,
    UserInPath(user): UserInPath,
) -> Result<Json<InvitedUser>, ApiError> {
    let tasks = state.tasks.clone();
    Ok(Json(tasks.finish(send_again(state, member, user)).await?))
}

async fn send_again(
    state: AppState,
    member: Member,
    user: UserId,
) -> Result<InvitedUser, ApiError> {
    let account = state.storage.account(&member.account).await?.ok_or(ProblemCode::NotFound)?;
    // Must run before the change begins, because storage has a single writer.
    state.limits.count_invitation(&account.id).await?;
    let now = state.clock.now();
    let period = invitation_period(now);
    let mut change = state.storage.begin_access_change(account.id.clone()).await?;
    still_manages(&mut change, &member.signed_in.person.id).await?;
    let known = found(&mut change, &user, now).await?;
    if known.user.state == UserState::Active {
        return Err(ProblemCode::InvitationAccepted.into());
    }
    let may_mail = count_invitation_to(&mut change, &account.id, &known.address_key, now).await?;
    change.invite_again(&user, &member.signed_in.person.id, period).await?;
    let invited = found(&mut change, &user, now).await?;
    change.commit(now).await?;
    state.change_feed.publish_change(&account.id);
    let invited_by = member.signed_in.person.name;
    Ok(invitation_mail::send(&state, &account, invited_by, invited, period, may_mail).await)
}
