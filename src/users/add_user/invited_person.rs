//! Shows what a newly added user can do and how the invitation reaches them.

use leptos::prelude::*;
use partner_portal_contract::users::InvitedUser;

use super::sign_in_link::SignInLink;
use crate::{
    i18n::{Text, date_time, role_can_text, role_text, t, use_i18n},
    ui::{Notice, NoticeKind},
};

/// Shows the role and its rights, the invitation, and the sign-in link to pass on.
#[component]
pub fn InvitedPerson(invited: InvitedUser) -> impl IntoView {
    let i18n = use_i18n();
    let InvitedUser { user, sign_in_url, mail_sent } = invited;
    let role = user.role;
    let expires = user.invitation.map(|invitation| invitation.expires_at).unwrap_or_default();
    let sent = Signal::derive(move || {
        if mail_sent {
            let date = date_time(i18n, &expires);
            i18n.with(Text::InvitationSent, &[("email", &user.email), ("date", &date)])
        } else {
            i18n.text(Text::InvitationNotSent)
        }
    });
    let kind = if mail_sent { NoticeKind::Success } else { NoticeKind::Warning };
    view! {
        <div class="stack">
            <p>
                <strong>{t(role_text(role))}</strong>
                ": "
                {t(role_can_text(role))}
            </p>
            <Notice kind title=sent />
            <SignInLink url=sign_in_url />
        </div>
    }
}
