//! Returns, adds and changes a user of an account, named by their address.

use axum::{Json, extract::State, http::StatusCode};
use partner_portal_contract::{
    BundledReferenceData, Problem, ProblemCode,
    operator::{AccessWarning, OperatorUser, OperatorUserInput},
    paths,
    users::{InvitationState, NewUser, NewUserInput, UserField, UserState},
};

use super::find;
use crate::{
    handlers::invitation_mail,
    http::{
        error::ApiError,
        extract::{EmailInPath, JsonBody, Operator, PartnerIdInPath, WritingOperator},
    },
    ids::{InvitationId, UserId},
    rules::{
        access::{found, invitation_period},
        limits::count_invitation_to,
    },
    state::AppState,
    storage::{
        AccessChange,
        accounts::StoredAccount,
        invitations::{Correspondent, InvitationPeriod},
    },
};

/// Returns a user of an account
#[utoipa::path(get, path = paths::OPERATOR_USER, tag = "operator",
    security(("operator_token" = [])),
    params(
        ("partner_id" = String, Path, description = "The platform's own id, percent-encoded"),
        ("email" = String, Path, description = "The user's address, percent-encoded"),
    ),
    responses(
        (status = 200, body = OperatorUser),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn get_operator_user(
    State(state): State<AppState>,
    _operator: Operator,
    PartnerIdInPath(partner_id): PartnerIdInPath,
    email: EmailInPath,
) -> Result<Json<OperatorUser>, ApiError> {
    let account = find(&state, &partner_id).await?.account;
    let (address, now) = (email.address()?, state.clock.now());
    let known = state.storage.user_with_address(&account.id, &address, now).await?;
    let (known, has_administrator) = known.ok_or(ProblemCode::NotFound)?;
    Ok(Json(operator_user(known, warnings_if(has_administrator), false)))
}

/// Adds a user to an account, or changes the name, role and language of a user
///
/// Without `invite` the user becomes a member at once and gets no mail. With `invite` the user gets an
/// invitation; a pending invitation is not mailed again. In contrast to a partner, the operator may
/// take the role from the last administrator, and can appoint one where none is left. A name and a
/// language belong to the person, so they change in all accounts. Repeating the request changes
/// nothing.
#[utoipa::path(put, path = paths::OPERATOR_USER, tag = "operator",
    security(("operator_token" = [])),
    params(
        ("partner_id" = String, Path, description = "The platform's own id, percent-encoded"),
        ("email" = String, Path, description = "The user's address, percent-encoded"),
    ),
    request_body = OperatorUserInput,
    responses(
        (status = 201, body = OperatorUser),
        (status = 200, body = OperatorUser),
        (status = 422, body = Problem<UserField>, content_type = "application/problem+json"),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn put_operator_user(
    State(state): State<AppState>,
    _operator: WritingOperator,
    PartnerIdInPath(partner_id): PartnerIdInPath,
    EmailInPath(email): EmailInPath,
    JsonBody(input): JsonBody<OperatorUserInput>,
) -> Result<(StatusCode, Json<OperatorUser>), ApiError> {
    let stored = find(&state, &partner_id).await?;
    let roles = state.integration_type(&stored.account)?.roles();
    let language = input.language.unwrap_or(stored.language);
    let new = NewUserInput { name: input.name, email, role: Some(input.role), language };
    let new = new.parse(roles, &BundledReferenceData).map_err(ApiError::user_invalid)?;
    let tasks = state.tasks.clone();
    let (status, user) = tasks.finish(put(state, stored.account, new, input.invite)).await?;
    Ok((status, Json(user)))
}

async fn put(
    state: AppState,
    account: StoredAccount,
    new: NewUser,
    invite: bool,
) -> Result<(StatusCode, OperatorUser), ApiError> {
    let now = state.clock.now();
    let mut change = state.storage.begin_access_change(account.id.clone()).await?;
    let known = match change.user_with_address(new.address()).await? {
        Some(id) => Some(found(&mut change, &id, now).await?),
        None => None,
    };
    let status = if known.is_some() { StatusCode::OK } else { StatusCode::CREATED };
    let mut mail = None;
    let mut renamed_in = Vec::new();
    let id = match known {
        Some(known) if known.user.state == UserState::Active => {
            let id = UserId::new(&known.user.id);
            change.set_role(&id, new.role()).await?;
            let (name, language) = (new.name().as_str(), new.language());
            renamed_in = change.rename_member(&id, name, language, now).await?;
            id
        }
        Some(known) if invite => {
            let id = UserId::new(&known.user.id);
            change.set_role(&id, new.role()).await?;
            change.rename_invitation(&id, &new).await?;
            let state_of_invitation = known.user.invitation.map(|invitation| invitation.state);
            if state_of_invitation != Some(InvitationState::Pending) {
                let period = invitation_period(now);
                let key = new.address().key();
                let may_mail = count_invitation_to(&mut change, &account.id, key, now).await?;
                change.invite_again(&id, &UserId::operator(), period).await?;
                mail = Some((period, may_mail));
            }
            id
        }
        None if invite => {
            let period = invitation_period(now);
            let key = new.address().key();
            let may_mail = count_invitation_to(&mut change, &account.id, key, now).await?;
            let id = InvitationId::generate().map_err(|_| ProblemCode::Internal)?;
            change.invite(&id, &new, &UserId::operator(), period).await?;
            mail = Some((period, may_mail));
            UserId::new(id.as_str())
        }
        _ => {
            let id = UserId::generate().map_err(|_| ProblemCode::Internal)?;
            change.add_member(&id, &new, now).await?
        }
    };
    let user = found(&mut change, &id, now).await?;
    let warnings = warnings(&mut change).await?;
    change.commit(now).await?;
    state.change_feed.publish_access_change(&account.id, &id);
    for other in renamed_in.iter().filter(|other| **other != account.id) {
        state.change_feed.publish_change(other);
    }
    let mail_sent = send(&state, &account, &user, mail).await;
    Ok((status, operator_user(user, warnings, mail_sent)))
}

/// Mails the invitation, if there is one to send.
async fn send(
    state: &AppState,
    account: &StoredAccount,
    user: &Correspondent,
    mail: Option<(InvitationPeriod, bool)>,
) -> bool {
    let Some((period, may_mail)) = mail else { return false };
    let platform = state.integration_types.platform().name.clone();
    invitation_mail::send(state, account, platform, user.clone(), period, may_mail).await.mail_sent
}

pub(super) async fn warnings(change: &mut AccessChange) -> Result<Vec<AccessWarning>, ApiError> {
    Ok(warnings_if(change.has_administrator().await?))
}

fn warnings_if(has_administrator: bool) -> Vec<AccessWarning> {
    if has_administrator { Vec::new() } else { vec![AccessWarning::NoAdministrator] }
}

fn operator_user(
    known: Correspondent,
    warnings: Vec<AccessWarning>,
    mail_sent: bool,
) -> OperatorUser {
    let Correspondent { user, language, .. } = known;
    OperatorUser {
        email: user.email,
        name: user.name,
        role: user.role,
        language,
        state: user.state,
        invitation: user.invitation,
        is_alert_contact: user.is_alert_contact,
        mail_sent,
        warnings,
    }
}
