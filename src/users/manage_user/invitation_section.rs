//! The invitation of a user who has not joined yet.

use leptos::{prelude::*, task::spawn_local};
use partner_portal_contract::users::{Invitation, InvitationState, InvitedUser, User};

use crate::{
    api::ApiError,
    i18n::{Text, date_time, t, use_i18n},
    ui::{Button, Notice, NoticeKind},
    users::{add_user::SignInLink, administration::Administration, refusal_notice::RefusalNotice},
};

/// Shows when the invitation was sent and when it expires, and sends it again.
#[component]
pub fn InvitationSection(administration: Administration, user: RwSignal<User>) -> impl IntoView {
    let i18n = use_i18n();
    let is_sending = RwSignal::new(false);
    let result = RwSignal::new(None::<Result<InvitedUser, ApiError>>);
    let about = move || {
        let Invitation { state, sent_at, expires_at } =
            user.with(|user| user.invitation.clone())?;
        let (sent, date) = (date_time(i18n, &sent_at), date_time(i18n, &expires_at));
        let text = match state {
            InvitationState::Expired => Text::InvitationExpiredBody,
            InvitationState::Declined => Text::InvitationDeclinedBody,
            InvitationState::Pending | InvitationState::Unknown => Text::InvitationPending,
        };
        Some(i18n.with(text, &[("sent", &sent), ("date", &date)]))
    };
    let resend = move |()| {
        is_sending.set(true);
        let (account, id) = (administration.account_id(), user.with_untracked(|it| it.id.clone()));
        let api = administration.session().api.get_value();
        spawn_local(async move {
            let answer = api.resend_invitation(&account, &id).await;
            if let Ok(invited) = &answer {
                let _ = user.try_set(invited.user.clone());
                administration.show(invited.user.clone());
            }
            // The dialog may no longer exist.
            let _ = is_sending.try_set(false);
            let _ = result.try_set(Some(answer));
        });
    };
    let name = Signal::derive(move || user.with(|user| user.name.clone()));
    let outcome = move || {
        Some(match result.get()? {
            Ok(invited) => {
                let is_sent = invited.mail_sent;
                let title = Signal::derive(move || {
                    if is_sent {
                        let date = user.with(|user| {
                            user.invitation.as_ref().map(|it| date_time(i18n, &it.expires_at))
                        });
                        let email = user.with(|user| user.email.clone());
                        let values = [("email", &*email), ("date", &date.unwrap_or_default())];
                        i18n.with(Text::InvitationSent, &values)
                    } else {
                        i18n.text(Text::InvitationNotSent)
                    }
                });
                let kind = if is_sent { NoticeKind::Success } else { NoticeKind::Warning };
                view! {
                    <Notice kind title />
                    <SignInLink url=invited.sign_in_url />
                }
                .into_any()
            }
            Err(error) => {
                view! { <RefusalNotice error=Signal::stored(Some(error)) name /> }.into_any()
            }
        })
    };
    view! {
        <section class="stack">
            <h3 class="section-title">{t(Text::Invitation)}</h3>
            <p>{about}</p>
            <div class="row">
                <Button on_press=Callback::new(resend) busy=is_sending>
                    {t(Text::ResendInvitation)}
                </Button>
            </div>
            <div role="status" class="stack">{outcome}</div>
        </section>
    }
}
