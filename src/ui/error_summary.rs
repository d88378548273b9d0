//! The list of errors at the top of a form.

use leptos::prelude::*;

use crate::ui::icon::{Icon, IconName};

/// One entry of an [`ErrorSummary`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryItem {
    /// Id of the control where the user can correct the error.
    pub target: String,
    /// The same text that stands at the control.
    pub text: String,
}

/// Lists every error as a button that leads to its control. It is hidden while there is no error.
///
/// After a refused submit, move the focus to it with [`crate::ui::focus_by_id_after_render`]. The
/// entries are buttons, not links, because a router would follow links.
#[component]
pub fn ErrorSummary(
    /// Id of the summary, which receives the focus.
    id: &'static str,
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// The errors, in the order of the form.
    #[prop(into)]
    items: Signal<Vec<SummaryItem>>,
    /// Called with the target of the chosen entry. The owner must move the focus there.
    #[prop(into)]
    on_jump: Callback<String>,
) -> impl IntoView {
    let entry = move |item: SummaryItem| {
        let target = item.target;
        view! {
            <li>
                <button type="button" class="link" on:click=move |_| on_jump.run(target.clone())>
                    {item.text}
                </button>
            </li>
        }
        .into_any()
    };
    view! {
        <div
            class="error-summary"
            id=id
            tabindex="-1"
            hidden=move || items.with(Vec::is_empty)
        >
            <div role="alert">
                <h2 class="error-summary-title">
                    <Icon name=IconName::Error />
                    <span>{move || title.get()}</span>
                </h2>
                <ul role="list" class="error-summary-list">
                    {move || items.get().into_iter().map(entry).collect::<Vec<_>>()}
                </ul>
            </div>
        </div>
    }
}
