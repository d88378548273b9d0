//! Radio buttons that show content for each choice.

use leptos::prelude::*;

use crate::ui::{attributes::true_or_absent, error_text::ErrorText};

/// One choice of a [`ChoiceGroup`].
pub struct Choice {
    /// The name of the choice.
    pub label: Signal<String>,
    /// True if this choice is the selected one.
    pub is_chosen: Signal<bool>,
    /// Called when the user selects this choice.
    pub on_choose: Callback<()>,
    /// The content that the user reads before choosing.
    pub content: AnyView,
}

/// Radio buttons with content. At first no choice needs to be selected. `children` are shown before
/// the choices.
#[component]
pub fn ChoiceGroup(
    /// Id of the group, which can receive the focus.
    #[prop(into)]
    id: String,
    /// The question that the choices answer.
    #[prop(into)]
    label: Signal<String>,
    /// The choices, in reading order.
    choices: Vec<Choice>,
    /// The error to show, if a choice is missing or refused.
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
