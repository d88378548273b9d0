//! Sends invitations, and sends them again.

use axum::{Json, extract::State};
use partner_portal_contract::{
    Problem, ProblemCode, paths,
    users::{InvitedUser, UserState},
};
use tokio::time::timeout;
use url::Url;

use crate::{
    http::{
        error::ApiError,
        extract::{ManagingMember, Member, UserInPath},
    },
    ids::{AccountId, UserId},
    mail::{InvitationMail, PATIENCE},
    rules::{
        access::{found, invitation_period, still_manages},
        limits::count_invitation_to,
    },
    state::AppState,
    storage::{Correspondent, InvitationPeriod, StoredAccount},
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
    change.commit().await?;
    state.notices.changed(&account.id);
    Ok(send(&state, &account, &member, invited, period, may_mail).await)
}

/// Mails an invited user, if a mail may be sent, and returns the response for the administrator.
///
/// A mail that the mail server does not accept is no error: the user is invited, and the
/// administrator can pass on the sign-in link. If the limits forbid the mail, the response is the
/// same, because the reason concerns only the recipient.
pub(super) async fn send(
    state: &AppState,
    account: &StoredAccount,
    inviting: &Member,
    invited: Correspondent,
    period: InvitationPeriod,
    may_mail: bool,
) -> InvitedUser {
    let Correspondent { user, language, address_key } = invited;
    let sign_in_url = sign_in_url(&state.public_url, &account.id);
    if !may_mail {
        return InvitedUser { user, sign_in_url, mail_sent: false };
    }
    let mail = InvitationMail {
        language,
        name: user.name.clone(),
        address: user.email.clone(),
        invited_by: inviting.signed_in.person.name.clone(),
        account: account.name.clone(),
        platform: state.integration_types.platform().name.clone(),
        role: user.role,
        sign_in_url: sign_in_url.clone(),
        expires_at: period.expires_at,
    };
    let (sender, account) = (state.clone(), account.id.clone());
    let sending = state.tasks.spawn(async move {
        let outcome = sender.mailer.send(mail).await;
        if outcome.is_err() {
            sender.limits.take_back_invitation_to(&account, &address_key).await;
        }
        outcome
    });
    // A mail that is still being sent after this time counts as sent, because most are accepted
    // later.
    let mail_sent = match timeout(PATIENCE, sending).await {
        Ok(outcome) => matches!(outcome, Ok(Ok(()))),
        Err(_still_under_way) => true,
    };
    InvitedUser { user, sign_in_url, mail_sent }
}

/// Returns the link at which a user signs in to an account. It contains no secret.
fn sign_in_url(portal: &Url, account: &AccountId) -> String {
    let mut url = portal.clone();
    url.query_pairs_mut().append_pair("account", account.as_str());
    url.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_in_link_names_the_account() {
        let link =
            |portal: &str| sign_in_url(&Url::parse(portal).unwrap(), &AccountId::new("acc_a&b"));
        assert_eq!(link("https://x.example"), "https://x.example/?account=acc_a%26b");
        assert_eq!(link("http://[::1]:80/portal/"), "http://[::1]/portal/?account=acc_a%26b");
    }
}
