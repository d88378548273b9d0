//! What the user must know or decide before going on with the form.

use leptos::prelude::*;

use super::{
    autosave::DraftNotices, conflict::newer_title, portal_chunk::conflict_notice,
    save_progress::SaveProgress, state::ContactFormState,
};
use crate::{
    i18n::{Text, t, use_i18n},
    ui::{Button, Notice, NoticeKind},
};

/// Drafts of an earlier visit, and what others saved meanwhile.
#[component]
pub fn FormNotices(state: ContactFormState) -> impl IntoView {
    let conflict = move || match state.progress.get() {
        SaveProgress::Conflict(conflict) => conflict_notice(state, *conflict),
        _ => ().into_any(),
    };
    view! {
        <DraftNotices state />
        <NewerNotice state />
        {conflict}
    }
}

/// Somebody else has saved while something here is unsaved.
#[component]
fn NewerNotice(state: ContactFormState) -> impl IntoView {
    let i18n = use_i18n();
    let notice = move || {
        let newer = state.newer.get()?;
        let author = newer.updated_by.map(|by| by.name);
        let title = Signal::derive(move || newer_title(i18n, Text::NewerSaved, author.as_deref()));
        Some(view! {
            <Notice kind=NoticeKind::Warning title>
                <Button on_press=Callback::new(move |()| state.compare_with_newer())>
                    {t(Text::Compare)}
                </Button>
            </Notice>
        })
    };
    view! { <div role="status">{notice}</div> }
}
