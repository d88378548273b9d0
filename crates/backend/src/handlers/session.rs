//! Who is signed in.

use axum::{Json, extract::State};
use partner_portal_contract::{
    Problem, ProblemCode, paths,
    session::{Capability, Session, SessionAccount, SessionUser},
    users::Role,
};

use crate::{error::ApiError, extract::SignedIn, ids::UserId, state::AppState};

/// The signed-in person, their accounts and the platform
///
/// Whoever is invited to an account accepts the invitation with this, unless it has expired.
#[utoipa::path(get, path = paths::SESSION, tag = "session", responses(
    (status = 200, body = Session),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn get_session(
    State(state): State<AppState>,
    signed_in: SignedIn,
) -> Result<Json<Session>, ApiError> {
    accept_invitations(&state, &signed_in.person.id).await?;
    let accounts = state.storage.accounts_of(&signed_in.person.id).await?;
    if accounts.is_empty() {
        // Somebody who belongs nowhere any more has nothing to be signed in to.
        return Err(ProblemCode::SignedOut.into());
    }
    let mut members = Vec::with_capacity(accounts.len());
    for (id, name, role) in accounts {
        let account = state.storage.account(&id).await?.ok_or(ProblemCode::NotFound)?;
        let integration_type = state.integration_type(&account)?;
        members.push(SessionAccount {
            id: id.to_string(),
            name,
            role,
            capabilities: capabilities(role),
            support_url: integration_type.support_url().to_owned(),
            help_url: integration_type.help_url().to_owned(),
        });
    }
    let person = signed_in.person;
    Ok(Json(Session {
        user: SessionUser { id: person.id.to_string(), name: person.name, email: person.email },
        accounts: members,
        platform: state.integration_types.platform().clone(),
    }))
}

/// Whoever is invited accepts by signing in; others of the account see them as active from then on.
pub(crate) async fn accept_invitations(state: &AppState, user: &UserId) -> Result<(), ApiError> {
    let accounts = state.storage.accept_invitations(user, state.clock.now()).await?;
    for account in &accounts {
        state.notices.changed(account);
    }
    Ok(())
}

fn capabilities(role: Role) -> Vec<Capability> {
    let edits = role.can_edit().then_some(Capability::EditContactInformation);
    let manages = (role == Role::Administrator).then_some(Capability::ManageUsers);
    edits.into_iter().chain(manages).collect()
}
