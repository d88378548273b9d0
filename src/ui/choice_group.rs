//! One of a few things, each with content to look at before choosing.

use leptos::prelude::*;

use crate::ui::{attributes::true_or_absent, error_text::ErrorText};

/// One of the things.
pub struct Choice {
    /// Its name.
    pub label: Signal<String>,
    /// Whether it is the chosen one.
    pub is_chosen: Signal<bool>,
    /// Called when it is chosen.
    pub on_choose: Callback<()>,
    /// What one looks at.
    pub content: AnyView,
}

/// Radio buttons with content. Nothing need be chosen at first; `children` stand before the choices.
#[component]
pub fn ChoiceGroup(
    /// Focus can be moved here.
    #[prop(into)]
    id: String,
    /// What is chosen.
    #[prop(into)]
    label: Signal<String>,
    /// In order.
    choices: Vec<Choice>,
    /// Why it has to be chosen.
    #[prop(into)]
    error: Signal<Option<String>>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let error_id = StoredValue::new(id.clone() + "-error");
    let name = StoredValue::new(id.clone() + "-choice");
    let described_by = move || error.with(Option::is_some).then(|| error_id.get_value());
    let choice = move |(index, choice): (usize, Choice)| {
        let Choice { label, is_chosen, on_choose, content } = choice;
        let content_id = StoredValue::new(name.get_value() + "-" + &index.to_string());
        view! {
            <div class="choice">
                <label class="choice-name">
                    <input
                        type="radio"
                        name=name.get_value()
                        prop:checked=move || is_chosen.get()
                        aria-describedby=content_id.get_value()
                        aria-invalid=true_or_absent(Signal::derive(move || error.with(Option::is_some)))
                        on:change=move |_| on_choose.run(())
                    />
                    {move || label.get()}
                </label>
                <div class="choice-content" id=content_id.get_value()>{content}</div>
            </div>
        }
    };
    view! {
        <fieldset class="choice-group" id=id tabindex="-1" aria-describedby=described_by>
            <legend class="field-label">{move || label.get()}</legend>
            {children.map(|children| children())}
            <div class="choices">{choices.into_iter().enumerate().map(choice).collect::<Vec<_>>()}</div>
            <ErrorText id=error_id.get_value() text=error />
        </fieldset>
    }
}
