//! Checks that the user's role permits the request.

use axum::{extract::FromRequestParts, http::request::Parts};
use partner_portal_contract::{ProblemCode, users::Role};

use super::member::Member;
use crate::{http::error::ApiError, state::AppState};

/// A member whose role allows saving the contact information.
#[derive(Clone, Debug)]
pub struct EditingMember(pub Member);

impl FromRequestParts<AppState> for EditingMember {
    type Rejection = ApiError;

    async fn from_request_parts(
        parts: &mut Parts,
        state: &AppState,
    ) -> Result<Self, Self::Rejection> {
        permitted_member(parts, state, Role::can_edit).await.map(Self)
    }
}

/// A member whose role allows managing users.
#[derive(Clone, Debug)]
pub struct ManagingMember(pub Member);

impl FromRequestParts<AppState> for ManagingMember {
    type Rejection = ApiError;

    async fn from_request_parts(
        parts: &mut Parts,
        state: &AppState,
    ) -> Result<Self, Self::Rejection> {
        permitted_member(parts, state, Role::can_manage_users).await.map(Self)
    }
}

/// Returns the member if their role permits the request.
async fn permitted_member(
    parts: &mut Parts,
    state: &AppState,
    is_permitted: fn(Role) -> bool,
) -> Result<Member, ApiError> {
    let member = Member::from_request_parts(parts, state).await?;
    if is_permitted(member.role) { Ok(member) } else { Err(ProblemCode::NotPermitted.into()) }
}
