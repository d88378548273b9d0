//! Shows notices that the user must see before continuing with the form.

use leptos::prelude::*;

use super::draft_notices::DraftNotices;
use crate::{
    contact::{
        portal_chunk::deferred_conflict_notice,
        saving::compare_with_newer,
        state::{ContactFormState, save_progress::SaveProgress},
        texts::newer_save_title,
    },
    i18n::{Text, t, use_i18n},
    ui::{Button, Notice, NoticeKind},
};

/// Shows notices about drafts of an earlier visit and about other users' saves.
#[component]
pub fn FormNotices(state: ContactFormState) -> impl IntoView {
    let conflict = move || match state.progress.get() {
        SaveProgress::Conflict(conflict) => deferred_conflict_notice(state, *conflict),
        _ => ().into_any(),
    };
    view! {
        <DraftNotices state />
        <NewerNotice state />
        {conflict}
    }
}

/// Shows that another user has saved while this form has unsaved text.
#[component]
fn NewerNotice(state: ContactFormState) -> impl IntoView {
    let i18n = use_i18n();
    let notice = move || {
        let newer = state.newer.get()?;
        let author = newer.updated_by.map(|by| by.name);
        let title =
            Signal::derive(move || newer_save_title(i18n, Text::NewerSaved, author.as_deref()));
        Some(view! {
            <Notice kind=NoticeKind::Warning title>
                <Button on_press=Callback::new(move |()| compare_with_newer(state))>
                    {t(Text::Compare)}
                </Button>
            </Notice>
        })
    };
    view! { <div role="status">{notice}</div> }
}
