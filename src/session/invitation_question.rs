//! Shows one invitation and sends the user's answer.

use leptos::{prelude::*, task::spawn_local};
use partner_portal_contract::{
    ProblemCode,
    session::{InvitationAnswer, SessionInvitation},
};

use super::use_session;
use crate::{
    api::ApiError,
    i18n::{I18n, Text, role_text, t, use_i18n},
    ui::{Button, ButtonKind, Notice, NoticeKind},
};

/// The state of the answer.
#[derive(Clone, Debug, PartialEq)]
enum Progress {
    Asking,
    Sending(InvitationAnswer),
    Failed(ApiError),
}

/// Shows an invitation with *Accept* and *Decline*.
#[component]
pub fn InvitationQuestion(
    invitation: SessionInvitation,
    /// Set if the invitation's title is the page's heading.
    #[prop(optional)]
    heading: bool,
    /// Called with the answer that the backend has recorded.
    on_answered: Callback<InvitationAnswer>,
) -> impl IntoView {
    let i18n = use_i18n();
    let api = use_session().api;
    let progress = RwSignal::new(Progress::Asking);
    let invitation = StoredValue::new(invitation);
    let title = Signal::derive(move || invitation.with_value(|it| question(i18n, it)));
    let consequence = move || {
        invitation.with_value(|it| {
            i18n.with(Text::InvitationConsequence, &[("account", &it.account_name)])
        })
    };
    let send = move |wanted: InvitationAnswer| {
        progress.set(Progress::Sending(wanted));
        let (api, id) = (api.get_value(), invitation.with_value(|it| it.id.clone()));
        spawn_local(async move {
            let answered = match api.answer_invitation(&id, wanted).await {
                Ok(()) => wanted,
                // The invitation was accepted in another tab.
                Err(error) if error.is(ProblemCode::InvitationAccepted) => InvitationAnswer::Accept,
                Err(error) => {
                    let _ = progress.try_set(Progress::Failed(error));
                    return;
                }
            };
            // The callback's own requests may fail, so the buttons work again. The question may
            // have been removed in the meantime.
            let _ = progress.try_set(Progress::Asking);
            let _ = on_answered.try_run(answered);
        });
    };
    let button = move |answer: InvitationAnswer, kind: ButtonKind, text: Text| {
        let busy = Signal::derive(move || progress.get() == Progress::Sending(answer));
        let disabled = Signal::derive(move || matches!(progress.get(), Progress::Sending(_)));
        let on_press = Callback::new(move |()| send(answer));
        view! { <Button kind busy disabled on_press>{t(text)}</Button> }
    };
    let failure = move || match progress.get() {
        Progress::Failed(error) => Some(view! { <p>{refusal(i18n, &error)}</p> }),
        _ => None,
    };
    view! {
        <Notice kind=NoticeKind::Info heading title>
            <p>{consequence}</p>
            <div class="row">
                {button(InvitationAnswer::Accept, ButtonKind::Primary, Text::AcceptInvitation)}
                {button(InvitationAnswer::Decline, ButtonKind::Secondary, Text::DeclineInvitation)}
            </div>
            <div role="status">{failure}</div>
        </Notice>
    }
}

fn question(i18n: I18n, invitation: &SessionInvitation) -> String {
    let role = i18n.text(role_text(invitation.role));
    let name = invitation.invited_by.as_deref();
    let text = if name.is_some() { Text::InvitedBy } else { Text::InvitedTo };
    let account = invitation.account_name.as_str();
    i18n.with(text, &[("name", name.unwrap_or_default()), ("account", account), ("role", &role)])
}

fn refusal(i18n: I18n, error: &ApiError) -> String {
    match error {
        ApiError::Refused { code: ProblemCode::NotFound, .. } => {
            i18n.text(Text::ErrorInvitationGone)
        }
        ApiError::Refused { request_id, .. } => {
            i18n.with(Text::ErrorRefused, &[("request", request_id)])
        }
        _ => i18n.text(Text::ErrorNotDone),
    }
}
