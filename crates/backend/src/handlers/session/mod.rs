//! Reads the session, and exchanges a bearer token for a session cookie.

mod parts;

use axum::{Json, extract::State, http::HeaderMap};
use partner_portal_contract::{
    Problem, ProblemCode, paths,
    session::{Capability, Session, SessionAccount, SessionAnswer, SessionInvitation, SessionUser},
    users::Role,
};

use self::parts::{SessionParameters, include};
use crate::{
    http::{
        cookie_session::{self, CookieAnswer},
        error::ApiError,
        extract::{FromOwnPage, SignInAllowed, SignedIn, ValidQuery},
    },
    rules::access::belongs_somewhere,
    state::AppState,
    storage::{invitations::OpenInvitation, people::Person},
};

/// Returns the signed-in user, their accounts and invitations, and the platform
///
/// This request accepts no invitation. The invited user answers each one separately.
///
/// With `include`, the response also contains the data of one account that the first view of the
/// portal needs. They are under `included` and equal the bodies of the separate requests. The
/// account is the one that `account` names if the user belongs to it, otherwise the first of
/// `accounts`. A part is left out if its separate request would be refused. `included` is left out
/// for a user without an account.
#[utoipa::path(get, path = paths::SESSION, tag = "session", params(SessionParameters), responses(
    (status = 200, body = SessionAnswer),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn get_session(
    State(state): State<AppState>,
    signed_in: SignedIn,
    ValidQuery(parameters): ValidQuery<SessionParameters>,
) -> Result<Json<SessionAnswer>, ApiError> {
    let asked = parameters.check()?;
    let session = session(&state, &signed_in.person).await?;
    let included = include(&state, signed_in, &session, &asked).await?;
    Ok(Json(SessionAnswer { session, included }))
}

/// Reads the session of a signed-in person.
async fn session(state: &AppState, person: &Person) -> Result<Session, ApiError> {
    let accounts = state.storage.accounts_of(&person.id).await?;
    let invitations = state.storage.open_invitations(&person.id, state.clock.now()).await?;
    if accounts.is_empty() && invitations.is_empty() {
        // A person without accounts and invitations cannot be signed in.
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
    let invitations: Result<_, ApiError> =
        invitations.into_iter().map(|it| session_invitation(state, it)).collect();
    let Person { id, name, email } = person.clone();
    Ok(Session {
        user: SessionUser { id: id.to_string(), name, email },
        accounts: members,
        invitations: invitations?,
        platform: state.integration_types.platform().clone(),
    })
}

fn session_invitation(
    state: &AppState,
    invitation: OpenInvitation,
) -> Result<SessionInvitation, ApiError> {
    let integration_type = state.integration_type(&invitation.account)?;
    Ok(SessionInvitation {
        id: invitation.id.to_string(),
        account_name: invitation.account.name.clone(),
        role: invitation.role,
        invited_by: invitation.invited_by,
        support_url: integration_type.support_url().to_owned(),
    })
}

/// Exchanges a bearer token for a session cookie
///
/// The cookie is for pages of the same origin. It lasts 12 hours, and scripts cannot read it.
#[utoipa::path(post, path = paths::SESSION, tag = "session", security(("bearer_token" = [])),
    params(("authorization" = String, Header, description = "`Bearer` and the token")),
    responses(
        (status = 204, description = "Signed in by cookie for 12 hours"),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn post_session(
    State(state): State<AppState>,
    _: SignInAllowed,
    signed_in: SignedIn,
    headers: HeaderMap,
) -> Result<CookieAnswer, ApiError> {
    let person = &signed_in.person.id;
    if !signed_in.is_by_bearer() {
        // A cookie cannot extend its own session.
        return Err(ProblemCode::SignedOut.into());
    }
    if !belongs_somewhere(&state.storage, person, state.clock.now()).await? {
        return Err(ProblemCode::SignedOut.into());
    }
    cookie_session::begin(&state, person, &headers).await
}

/// Ends the session of the cookie
///
/// A bearer token remains valid until it expires.
#[utoipa::path(delete, path = paths::SESSION, tag = "session",
    security((), ("session_cookie" = [])),
    params(("x-partner-portal" = String, Header, description = "`1`")),
    responses(
        (status = 204, description = "Signed out"),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn delete_session(
    State(state): State<AppState>,
    _: FromOwnPage,
    headers: HeaderMap,
) -> Result<CookieAnswer, ApiError> {
    cookie_session::end(&state, &headers).await
}

fn capabilities(role: Role) -> Vec<Capability> {
    let edits = role.can_edit().then_some(Capability::EditContactInformation);
    let manages = role.can_manage_users().then_some(Capability::ManageUsers);
    edits.into_iter().chain(manages).collect()
}
