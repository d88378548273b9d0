//! The preview of the week that all schedules make together: a picture, the current status, and a
//! text version.

mod clock_change;
mod content;
mod picture;
mod status;
mod words;

use leptos::{html, prelude::*};

use self::content::deferred_content;
use super::{control_ids, week::Week};
use crate::{
    deferred::{load_failed, skeleton},
    i18n::{Text, t},
    reactive::memo,
    ui::focus_by_id,
};

/// The height of the preview while it loads, in lines.
const LINES: usize = 7;

/// The loading status of the tables, which hold the time zone rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TablesStatus {
    /// The tables are loading.
    Loading,
    /// The tables are loaded.
    Ready,
    /// The tables could not be loaded. The user can try again.
    Failed,
}

/// The preview of the week of support. `retry` loads the tables again.
#[component]
pub fn CoveragePreview(
    week: Week,
    tables_status: Signal<TablesStatus>,
    retry: Callback<()>,
) -> impl IntoView {
    let node = NodeRef::<html::Section>::new();
    // The button is about to be removed, so the focus moves to the place of the picture.
    let retry = Callback::new(move |()| {
        if let Some(node) = node.get_untracked() {
            focus_by_id(&node, control_ids::COVERAGE);
        }
        retry.run(());
    });
    let is_empty = memo(move || {
        week.coverage.with(|it| it.as_ref().is_some_and(|it| it.minutes_per_week == 0))
    });
    let is_ready = memo(move || week.coverage.with(Option::is_some));
    let content = move || match (tables_status.get(), is_ready.get()) {
        (TablesStatus::Failed, _) => load_failed(retry),
        (_, false) => skeleton(LINES),
        _ if is_empty.get() => view! { <p class="hint">{t(Text::CoverageEmpty)}</p> }.into_any(),
        _ => deferred_content(week, LINES),
    };
    view! {
        <section
            class="coverage"
            id=control_ids::COVERAGE
            node_ref=node
            aria-label=t(Text::CoverageTitle)
        >
            <h3 class="coverage-title">{t(Text::CoverageTitle)}</h3>
            {content}
        </section>
    }
}
