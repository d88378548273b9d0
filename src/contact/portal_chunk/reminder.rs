//! Shows a button with which a user who may not edit reminds those who may.

use leptos::{prelude::*, task::spawn_local};
use partner_portal_contract::{ProblemCode, users::RemindersSent};

use crate::{
    api::ApiError,
    i18n::{I18n, Text, joined, relative_time, t, use_i18n},
    session::use_session,
    ui::{Button, Notice, NoticeKind},
};

/// Shows *Send a reminder* and its result.
#[component]
pub fn Reminder() -> impl IntoView {
    let i18n = use_i18n();
    let session = use_session();
    let is_sending = RwSignal::new(false);
    let outcome = RwSignal::new(None::<Result<RemindersSent, ApiError>>);
    let send = move |()| {
        is_sending.set(true);
        let account = untrack(|| session.account_id());
        let environment = session.environment.get_untracked();
        spawn_local(async move {
            let api = session.api.get_value();
            let answer = api.remind(&account, environment).await;
            if matches!(&answer, Err(error) if error.is(ProblemCode::AlreadyComplete)) {
                session.refresh_completion().await;
            }
            // The view may have been removed in the meantime.
            let _ = is_sending.try_set(false);
            let _ = outcome.try_set(Some(answer));
        });
    };
    let notice = move || {
        let outcome = outcome.get()?;
        let kind = if outcome.is_ok() { NoticeKind::Success } else { NoticeKind::Warning };
        let title = Signal::derive(move || outcome_text(i18n, &outcome));
        Some(view! { <Notice kind title /> })
    };
    view! {
        <div class="stack">
            <p class="muted">{t(Text::RemindLead)}</p>
            <div class="row">
                <Button on_press=Callback::new(send) busy=is_sending>{t(Text::Remind)}</Button>
            </div>
            <div role="status">{notice}</div>
        </div>
    }
}

fn outcome_text(i18n: I18n, outcome: &Result<RemindersSent, ApiError>) -> String {
    match outcome {
        Ok(sent) => {
            let names: Vec<_> = sent.sent_to.iter().map(|editor| editor.name.clone()).collect();
            i18n.with(Text::ReminderSent, &[("names", &joined(i18n, &names))])
        }
        Err(ApiError::Refused {
            code: ProblemCode::ReminderAlreadySent | ProblemCode::RateLimited,
            retry_after,
            ..
        }) => {
            let when = relative_time(i18n, retry_after.unwrap_or(60).into());
            i18n.with(Text::ReminderWait, &[("when", &when)])
        }
        Err(error) if error.is(ProblemCode::NoEditorToRemind) => i18n.text(Text::NoEditorToRemind),
        Err(_) => i18n.text(Text::ReminderNotSent),
    }
}
