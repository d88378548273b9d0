//! The list of what is wrong, at the top of a form.

use leptos::prelude::*;

use crate::ui::icon::{Icon, IconName};

/// One entry of an [`ErrorSummary`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SummaryItem {
    /// Id of the control that puts it right.
    pub target: String,
    /// What is wrong, in the words that stand at the control.
    pub text: String,
}

/// Lists every error and leads to it; not shown while there is none.
///
/// After a refused submit move focus to it with [`crate::ui::focus_by_id_after_render`].
/// The entries are buttons, not links: a router must not see them.
#[component]
pub fn ErrorSummary(
    /// Id of the summary, to which focus moves.
    id: &'static str,
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// The errors, in the order of the form.
    #[prop(into)]
    items: Signal<Vec<SummaryItem>>,
    /// Called with the target of the chosen entry; the receiver moves focus there.
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
                    <For each=move || items.get() key=SummaryItem::clone children=entry />
                </ul>
            </div>
        </div>
    }
}
