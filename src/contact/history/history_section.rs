//! Shows every save of the contact information, newest first.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use super::{
    pages::{Page, insert_newest_page},
    revision_entry::RevisionEntry,
};
use crate::{
    deferred::{load_failed, skeleton},
    i18n::{Text, t},
    reactive::{effect, memo},
    session::{SessionContext, use_session},
    turns::Turns,
    ui::Button,
};

const PAGE_SIZE: u32 = 10;
const TITLE_ID: &str = "history-title";

/// The pages that have been loaded.
#[derive(Clone, Copy)]
struct History {
    pages: RwSignal<Vec<Page>>,
    next: RwSignal<Option<String>>,
    is_read: RwSignal<bool>,
    is_reading: RwSignal<bool>,
    /// The token of the page that could not be loaded, as [`Self::read`] takes it.
    failed: RwSignal<Option<String>>,
    reads: Turns,
    session: SessionContext,
}

impl History {
    /// Loads the page of `token`. An empty token loads the first page again.
    fn read(self, token: String) {
        let turn = self.reads.begin();
        self.failed.set(None);
        self.is_reading.set(true);
        let account = untrack(|| self.session.account_id());
        let api = self.session.api.get_value();
        spawn_local(async move {
            let answer = api.revisions(&account, PAGE_SIZE, &token).await;
            // The page has been left, or a newer read has begun.
            if !turn.is_current() {
                return;
            }
            self.is_reading.set(false);
            let Ok(page) = answer else { return self.failed.set(Some(token)) };
            self.is_read.set(true);
            let (next, page) = (page.next_page_token, (page.revisions, Arc::new(page.users)));
            let goes_on_as_before = self.pages.try_update(|pages| {
                if token.is_empty() {
                    return insert_newest_page(pages, page);
                }
                pages.push(page);
                false
            });
            if goes_on_as_before != Some(true) {
                self.next.set(next);
            }
        });
    }
}

/// Shows *History*, and updates it after every save, including other users' saves.
#[component]
pub fn HistorySection() -> impl IntoView {
    let session = use_session();
    let history = History {
        pages: RwSignal::default(),
        next: RwSignal::default(),
        is_read: RwSignal::default(),
        is_reading: RwSignal::default(),
        failed: RwSignal::default(),
        reads: Turns::default(),
        session,
    };
    let version = memo(move || {
        let revision = session.completion().map(|completion| completion.revision);
        (session.account_id(), revision)
    });
    effect(move || {
        let (account, revision) = version.get();
        if !account.is_empty() && revision.is_some() {
            history.read(String::new());
        }
    });
    let entries = move || {
        let mut all = Vec::new();
        history.pages.with(|pages| {
            for (revisions, users) in pages {
                all.extend(revisions.iter().map(|revision| (revision.clone(), Arc::clone(users))));
            }
        });
        all
    };
    let is_empty = memo(move || {
        history.pages.with(|pages| pages.iter().all(|(revisions, _)| revisions.is_empty()))
    });
    let retry = move || {
        let token = history.failed.get()?;
        Some(load_failed(Callback::new(move |()| history.read(token.clone()))))
    };
    let content = move || match (history.is_read.get(), is_empty.get()) {
        (false, _) => retry().unwrap_or_else(|| skeleton(4)),
        (true, true) => view! { <p class="muted">{t(Text::HistoryEmpty)}</p> }.into_any(),
        (true, false) => view! {
            <ol role="list" class="revisions">
                <For
                    each=entries
                    key=|(revision, _)| revision.revision
                    children=|(revision, users)| view! { <RevisionEntry revision users /> }
                />
            </ol>
        }
        .into_any(),
    };
    let older = move || {
        let token = history.next.get()?;
        let read = Callback::new(move |()| history.read(token.clone()));
        Some(view! {
            <Button on_press=read busy=history.is_reading>
                {t(Text::ShowOlder)}
            </Button>
        })
    };
    let later_failure = move || history.is_read.get().then(retry).flatten();
    view! {
        <section class="history" aria-labelledby=TITLE_ID>
            <h2 class="section-title" id=TITLE_ID>{t(Text::History)}</h2>
            <p class="muted">{t(Text::HistoryLead)}</p>
            {content}
            {later_failure}
            {older}
        </section>
    }
}
