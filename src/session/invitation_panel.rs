//! Shows the panel for a user who is invited and has no account yet.

use std::rc::Rc;

use leptos::prelude::*;
use partner_portal_contract::session::{InvitationAnswer, SessionInvitation};

use super::{
    invitation_question::InvitationQuestion, language_select::LanguageSelect, use_session,
};
use crate::{
    chunk::chunk,
    config::{Config, PortalEvent, use_config},
    deferred::{Build, deferred},
    i18n::{Text, t, use_i18n},
    reactive::memo,
    ui::{Button, Icon, IconName, Notice, NoticeKind},
};

chunk! {
    fn invitation_panel_chunk() -> fn() -> AnyView, in portal {
        || InvitationPanel().into_any()
    }
}

/// Shows the panel once its code has loaded.
pub fn deferred_invitation_panel() -> AnyView {
    deferred(4, || {
        Box::pin(async {
            let panel = invitation_panel_chunk().await?;
            Ok(Rc::new(panel) as Build)
        })
    })
}

/// Shows the gate's state `Invited`: asks about each invitation. Once all are declined, it shows
/// that. There is nothing else to show, and the session may have ended with the last answer.
#[component]
fn InvitationPanel() -> impl IntoView {
    let i18n = use_i18n();
    let session = use_session();
    let config = use_config();
    let declined = RwSignal::new(Vec::<SessionInvitation>::new());
    let open = memo(move || {
        let all = session.session().map(|session| session.invitations).unwrap_or_default();
        declined.with(|declined| {
            all.into_iter().filter(|it| !declined.contains(it)).collect::<Vec<_>>()
        })
    });
    // Only the first invitation's title is a heading, because a page has one heading of the first
    // level.
    let question = move |(place, invitation): (usize, SessionInvitation)| {
        let asked = invitation.clone();
        let on_answered = Callback::new(move |answer| match answer {
            InvitationAnswer::Accept => session.retry(),
            InvitationAnswer::Decline => declined.update(|it| it.push(asked.clone())),
        });
        view! { <InvitationQuestion invitation heading=place == 0 on_answered /> }
    };
    let farewell = move || {
        let title = Signal::derive(move || {
            let name = declined.with(|declined| declined.last().map(|it| it.account_name.clone()));
            i18n.with(Text::YouDeclined, &[("account", &name.unwrap_or_default())])
        });
        view! {
            <Notice kind=NoticeKind::Info heading=true title>
                <p>{t(Text::YouDeclinedBody)}</p>
            </Notice>
        }
    };
    let content = move || {
        let open = open.get();
        if open.is_empty() {
            farewell().into_any()
        } else {
            open.into_iter().enumerate().map(question).collect_view().into_any()
        }
    };
    let support_url = move || {
        let first = open.with(|open| open.first().map(|it| it.support_url.clone()));
        first.or_else(|| declined.with(|it| it.last().map(|it| it.support_url.clone())))
    };
    let sign_out = move |()| config.with_value(|config| config.emit(PortalEvent::SignOutRequested));
    view! {
        <div class="gate-panel" role=config.with_value(Config::page_role)>
            <div class="stack">
                {content}
                <div class="row">
                    <LanguageSelect id="gate-language" />
                    <a class="link" href=support_url target="_blank" rel="noopener">
                        {t(Text::ContactSupport)}
                        <Icon name=IconName::External />
                    </a>
                    <Button on_press=Callback::new(sign_out)>{t(Text::SignOut)}</Button>
                </div>
            </div>
        </div>
    }
}
