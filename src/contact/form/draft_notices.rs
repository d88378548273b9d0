//! Shows that a draft was restored, or asks what to do with one that needs a decision.

use leptos::prelude::*;

use crate::{
    contact::{
        drafts::{drop_found_draft, use_found_draft},
        state::{ContactFormState, autosave::FoundDraft},
    },
    i18n::{Text, date_time, t, use_i18n},
    reactive::memo,
    ui::{Button, LiveRegion, Notice, NoticeKind},
};

/// Shows the notices about drafts of an earlier visit.
#[component]
pub fn DraftNotices(state: ContactFormState) -> impl IntoView {
    let i18n = use_i18n();
    let autosave = state.autosave();
    let with_time = move |text: Text, at: &str| i18n.with(text, &[("time", &date_time(i18n, at))]);
    let restored = Signal::derive(move || {
        let at = autosave.restored.get().filter(|_| state.is_dirty.get());
        at.map(|at| with_time(Text::DraftRestored, &at)).unwrap_or_default()
    });
    let is_restored = memo(move || !restored.with(String::is_empty));
    let question = move || match autosave.found.get()? {
        FoundDraft::Late { saved_at, .. } => {
            let title = Signal::derive(move || with_time(Text::DraftFound, &saved_at));
            let notice = view! {
                <Notice kind=NoticeKind::Info title>
                    <div class="row">
                        <Button on_press=Callback::new(move |()| use_found_draft(state))>
                            {t(Text::DraftUse)}
                        </Button>
                        <Button on_press=Callback::new(move |()| drop_found_draft(state))>
                            {t(Text::DraftKeepTyped)}
                        </Button>
                    </div>
                </Notice>
            };
            Some(notice.into_any())
        }
        FoundDraft::Unreadable { text, saved_at } => {
            let title = Signal::derive(move || with_time(Text::DraftUnreadable, &saved_at));
            let notice = view! {
                <Notice kind=NoticeKind::Warning title>
                    <p>{t(Text::DraftUnreadableLead)}</p>
                    <textarea class="input draft-text" readonly rows="6" dir="ltr" aria-label=t(Text::DraftContent)>
                        {text}
                    </textarea>
                    <Button on_press=Callback::new(move |()| drop_found_draft(state))>
                        {t(Text::DiscardDraft)}
                    </Button>
                </Notice>
            };
            Some(notice.into_any())
        }
    };
    view! {
        <LiveRegion message=restored />
        <Show when=move || is_restored.get()>
            <Notice kind=NoticeKind::Info title=restored />
        </Show>
        <div role="status">{question}</div>
    }
}
