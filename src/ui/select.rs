//! A native select.

use leptos::{html, prelude::*};
use web_sys::Event;

use crate::ui::attributes::{text_or_absent, true_or_absent};
use crate::ui::events::{typed_text, untyped};

/// A choice of one value from a short list, with the browser's own control.
#[component]
pub fn Select(
    /// Id of the select, to which its label points.
    #[prop(into)]
    id: String,
    /// The accessible name, if no label element points to the select; otherwise empty.
    #[prop(optional, into)]
    label: Signal<String>,
    /// The choices, as (value, text).
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// The current value.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the value that the user chose.
    #[prop(into)]
    on_change: Callback<String>,
    /// True if each value is the tag of the language in which its text is written.
    #[prop(optional)]
    in_own_languages: bool,
    /// True if the choice is refused.
    #[prop(optional, into)]
    invalid: Signal<bool>,
    /// Ids of the elements that describe the select.
    #[prop(optional, into)]
    described_by: Signal<String>,
    /// True if the select accepts no input.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let select = NodeRef::<html::Select>::new();
    let choose = move |event: &Event| {
        let Some(chosen) = typed_text(event) else { return };
        on_change.run(chosen);
        // The owner decides the value, so a choice that is pending or fails is not shown as made.
        if let Some(select) = select.get_untracked() {
            select.set_value(&value.get_untracked());
        }
    };
    let option = move |(key, text): (String, String)| {
        let own = key.clone();
        let language = in_own_languages.then(|| key.clone());
        let is_chosen = move || value.with(|value| *value == own);
        view! {
            <option value=key lang=language prop:selected=is_chosen>
                {text}
            </option>
        }
        .into_any()
    };
    view! {
        <select
            node_ref=select
            class="input select"
            id=id
            aria-label=text_or_absent(label)
            aria-invalid=true_or_absent(invalid)
            aria-describedby=text_or_absent(described_by)
            disabled=move || disabled.get()
            on:change=untyped(choose)
        >
            {move || options.get().into_iter().map(option).collect::<Vec<_>>()}
        </select>
    }
}
