//! A row of buttons, each of which is on or off.

use leptos::prelude::*;

use crate::ui::attributes::{text_or_absent, true_or_false};

/// One button of a [`ToggleGroup`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToggleOption {
    /// The value of the button and its index in `pressed`.
    pub value: usize,
    /// The visible text, which is also the accessible name. Voice control users say the text that
    /// they see.
    pub short: String,
    /// The full text, as the description.
    pub long: String,
}

/// A group of toggle buttons of which any number can be on.
#[component]
pub fn ToggleGroup(
    /// Id of the group, which receives the focus from an error summary.
    #[prop(into)]
    id: String,
    /// The accessible name of the group.
    #[prop(into)]
    label: Signal<String>,
    /// The buttons, in reading order.
    #[prop(into)]
    options: Signal<Vec<ToggleOption>>,
    /// The state of each button, indexed by value.
    #[prop(into)]
    pressed: Signal<Vec<bool>>,
    /// Called with the value whose button was pressed.
    #[prop(into)]
    on_toggle: Callback<usize>,
    /// Ids of the elements that describe the group.
    #[prop(optional, into)]
    described_by: Signal<String>,
    /// True if the choice is refused.
    #[prop(optional, into)]
    invalid: Signal<bool>,
    /// True if the group accepts no input.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let button = move |option: ToggleOption| {
        let value = option.value;
        let is_pressed = move || pressed.with(|pressed| pressed.get(value) == Some(&true));
        view! {
            <button
                type="button"
                class="toggle"
                title=option.long
                aria-pressed=move || true_or_false(is_pressed())
                disabled=move || disabled.get()
                on:click=move |_| on_toggle.run(value)
            >
                {option.short}
            </button>
        }
        .into_any()
    };
    view! {
        <div
            class="toggle-group"
            class:is-invalid=move || invalid.get()
            role="group"
            id=id
            tabindex="-1"
            aria-label=move || label.get()
            aria-describedby=text_or_absent(described_by)
        >
            {move || options.get().into_iter().map(button).collect::<Vec<_>>()}
        </div>
    }
}
