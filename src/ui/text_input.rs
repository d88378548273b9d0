//! A text box for a single line.

use leptos::html::Input;
use leptos::prelude::*;
use web_sys::Event;

use crate::ui::attributes::{bind_value, text_or_absent, true_or_absent};
use crate::ui::events::{inserted_text, typed_text, untyped};
use crate::ui::first_view::text_box;
use crate::ui::focus::{after_render, is_focused, is_left};

/// A text box that shows `value` and reports what the user types.
///
/// It is always `type="text"`, because the other types change or refuse some text. `inputmode`
/// chooses the on-screen keyboard.
#[component]
pub fn TextInput(
    /// Id of the input, to which its label points.
    #[prop(into)]
    id: String,
    /// The text to show.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the whole text after each change.
    #[prop(into)]
    on_input: Callback<String>,
    /// Called with each text that is pasted or dropped. Returns the text to insert instead, or
    /// `None` to let the browser insert it, which joins lines.
    #[prop(optional, into)]
    on_insert: Option<Callback<String, Option<String>>>,
    /// True if the input accepts autofilled text only when the user chose the suggestion for this
    /// input.
    #[prop(optional)]
    filled_alone: bool,
    /// Called when the input loses focus.
    #[prop(optional, into)]
    on_blur: Option<Callback<()>>,
    /// True if a value is required.
    #[prop(optional, into)]
    required: Signal<bool>,
    /// True if the value is refused.
    #[prop(optional, into)]
    invalid: Signal<bool>,
    /// Ids of the elements that describe the input; see [`crate::ui::described_by`].
    #[prop(optional, into)]
    described_by: Signal<String>,
    /// The accessible name, if no label element points to the input.
    #[prop(optional, into)]
    label: Signal<Option<String>>,
    /// An example, shown while the input is empty.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// The `inputmode` attribute, which chooses the on-screen keyboard.
    #[prop(default = "text")]
    inputmode: &'static str,
    /// The `autocomplete` attribute, which tells the browser what it may fill in.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// True for text that does not follow the page's direction, such as a time or an address. Times
    /// run left to right. An address may have letters of both directions, so its own letters
    /// decide.
    #[prop(optional)]
    ltr: bool,
    /// True if the input accepts no text.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// An extra class that sets the width: `input-time`, `input-short`.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    bind_value(input, value);
    let type_text = move |event: &Event| {
        let Some(text) = typed_text(event) else { return };
        match input.get_untracked().filter(|input| filled_alone && !is_focused(input)) {
            Some(input) => input.set_value(&value.get_untracked()),
            None => on_input.run(text),
        }
    };
    let insert = move |event: &Event| {
        let Some(pasted) = inserted_text(event).filter(|_| on_insert.is_some()) else { return };
        let taken = on_insert.and_then(|on_insert| on_insert.run(pasted));
        if let Some((input, taken)) = input.get_untracked().zip(taken) {
            event.prevent_default();
            // Replaces the selection. It fails only for inputs that are not text boxes.
            let _ = input.set_range_text(&taken);
            let _ = input.set_selection_range(u32::MAX, u32::MAX);
            on_input.run(input.value());
        }
    };
    let attributes = view! {
        <{..}
            node_ref=input
            type="text"
            class=["input ", class].concat()
            id=id.clone()
            inputmode=inputmode
            autocomplete=autocomplete
            autocapitalize=ltr.then_some("none")
            spellcheck=ltr.then_some("false")
            dir=ltr.then_some(if inputmode == "email" { "auto" } else { "ltr" })
            placeholder=text_or_absent(placeholder)
            aria-label=move || label.get()
            aria-required=true_or_absent(required)
            aria-invalid=true_or_absent(invalid)
            aria-describedby=text_or_absent(described_by)
            disabled=move || disabled.get()
            on:input=untyped(type_text)
            on:paste=untyped(insert)
            on:drop=untyped(insert)
            on:blur=move |_| {
                if let Some(on_blur) = on_blur.filter(|_| is_left(input)) {
                    on_blur.run(());
                }
            }
        />
    };
    text_box(&id, attributes, move |text| {
        on_input.run(text);
        // The user may have left the box before the app attached its listeners.
        after_render(move || {
            if let Some(on_blur) = on_blur.filter(|_| is_left(input)) {
                on_blur.run(());
            }
        });
    })
}
