//! Stores the answer of an invited user.

use axum::{extract::State, http::StatusCode};
use partner_portal_contract::{Problem, ProblemCode, paths, session::InvitationReply};

use crate::{
    http::{
        error::ApiError,
        extract::{InvitationInPath, JsonBody, SignedIn},
    },
    ids::{InvitationId, UserId},
    state::AppState,
    storage::invitations::AnsweredInvitation,
};

/// Accepts or declines an invitation
///
/// The session lists the invitations that can be answered. Repeating an answer changes nothing.
/// After declining, a user without an account or another invitation is deleted, so repeating it
/// returns 401.
#[utoipa::path(post, path = paths::SESSION_INVITATION, tag = "session",
    params(
        ("invitation" = String, Path, description = "The invitation's id"),
        ("x-partner-portal" = String, Header, description = "`1`"),
    ),
    request_body = InvitationReply,
    responses(
        (status = 204, description = "Answered"),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn post_session_invitation(
    State(state): State<AppState>,
    signed_in: SignedIn,
    InvitationInPath(invitation): InvitationInPath,
    JsonBody(reply): JsonBody<InvitationReply>,
) -> Result<StatusCode, ApiError> {
    let tasks = state.tasks.clone();
    tasks.finish(answer(state, signed_in.person.id, invitation, reply)).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn answer(
    state: AppState,
    person: UserId,
    invitation: InvitationId,
    reply: InvitationReply,
) -> Result<(), ApiError> {
    let now = state.clock.now();
    match state.storage.answer_invitation(&person, &invitation, reply.answer, now).await? {
        AnsweredInvitation::Answered(account) => {
            state.change_feed.publish_change(&account);
            Ok(())
        }
        AnsweredInvitation::AlreadyAccepted => Err(ProblemCode::InvitationAccepted.into()),
        AnsweredInvitation::Missing => Err(ProblemCode::NotFound.into()),
    }
}
