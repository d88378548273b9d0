//! Sends the mail of an invitation, for the handlers that invite a user.

use partner_portal_contract::users::InvitedUser;
use tokio::time::timeout;

use crate::{
    mail::{InvitationMail, PATIENCE, portal_link},
    state::AppState,
    storage::{
        accounts::StoredAccount,
        invitations::{Correspondent, InvitationPeriod},
    },
};

/// Mails an invited user, if a mail may be sent, and returns the response for the administrator.
///
/// A mail that the mail server does not accept is no error: the user is invited, and the
/// administrator can pass on the sign-in link. If the limits forbid the mail, the response is the
/// same, because the reason concerns only the recipient.
pub(super) async fn send(
    state: &AppState,
    account: &StoredAccount,
    invited_by: String,
    invited: Correspondent,
    period: InvitationPeriod,
    may_mail: bool,
) -> InvitedUser {
    let Correspondent { user, language, address_key } = invited;
    let sign_in_url = portal_link(&state.public_url, &account.id, None);
    if !may_mail {
        return InvitedUser { user, sign_in_url, mail_sent: false };
    }
    let mail = InvitationMail {
        language,
        name: user.name.clone(),
        address: user.email.clone(),
        invited_by,
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
