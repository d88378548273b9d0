//! A text box that filters a list from which the user chooses one entry.

mod ids;
mod keys;
mod listbox;
mod option;
mod state;

use leptos::html::{Div, Input};

use crate::reactive::memo;
use leptos::prelude::*;
use web_sys::Event;

use crate::ui::attributes::{
    bind_value, is_mounted, text_or_absent, true_or_absent, true_or_false,
};
use crate::ui::events::{typed_text, untyped};
use crate::ui::icon::{Icon, IconName};
use crate::ui::live_region::LiveRegion;
use ids::{listbox_id, option_id};
use listbox::Listbox;
pub use option::ComboboxOption;
use state::ComboboxState;

/// The texts of a [`Combobox`].
#[derive(Clone, Copy)]
pub struct ComboboxLabels {
    /// The accessible name of the list.
    pub list: Signal<String>,
    /// The message, also announced, if no entry matches.
    pub empty: Signal<String>,
    /// The message, also announced, while entries load.
    pub loading: Signal<String>,
    /// The announcement of the number of matching entries.
    pub results: Callback<usize, String>,
}

/// An editable combobox with list autocomplete (ARIA 1.2). The owner filters `options` by `query`.
/// Only the entries in view are rendered, so that long lists stay fast.
#[component]
pub fn Combobox(
    /// Id of the text box; the list is `{id}-listbox`.
    #[prop(into)]
    id: String,
    /// The accessible name, if no label element points to the text box.
    #[prop(optional, into)]
    label: Signal<Option<String>>,
    /// Id of the element that names the text box, if it is not a label element.
    #[prop(optional)]
    label_id: Option<&'static str>,
    /// The text in the box.
    query: RwSignal<String>,
    /// The entries that match the text.
    #[prop(into)]
    options: Signal<Vec<ComboboxOption>>,
    /// Returns the second line for the entry with a value, for details that are too slow to
    /// calculate for entries out of view. It replaces [`ComboboxOption::detail`].
    #[prop(optional, into)]
    detail_of: Option<Callback<String, String>>,
    /// Called with the value of the chosen entry.
    #[prop(into)]
    on_select: Callback<String>,
    /// Called with the text after the user has typed.
    #[prop(optional, into)]
    on_type: Option<Callback<String>>,
    /// Called when the focus leaves the box, so that the owner can restore the text of its value.
    #[prop(optional, into)]
    on_blur: Option<Callback<()>>,
    /// True while entries are loading.
    #[prop(optional, into)]
    loading: Signal<bool>,
    /// The texts of the control.
    labels: ComboboxLabels,
    /// An example, shown while the box is empty.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// True if a value is required.
    #[prop(optional, into)]
    required: Signal<bool>,
    /// True if the value is refused.
    #[prop(optional, into)]
    invalid: Signal<bool>,
    /// Ids of the elements that describe the text box; see [`crate::ui::described_by`].
    #[prop(optional, into)]
    described_by: Signal<String>,
    /// True if the control accepts no input.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// True if a choice empties the box (to pick several entries) instead of showing the choice.
    #[prop(optional)]
    clear_on_select: bool,
    /// True if the text runs left to right in every language.
    #[prop(optional)]
    ltr: bool,
) -> impl IntoView {
    let id = StoredValue::new(id);
    let input = NodeRef::<Input>::new();
    let list = NodeRef::<Div>::new();
    let popup = NodeRef::<Div>::new();
    let state = ComboboxState::new(query, options, on_select, clear_on_select, list, popup);
    bind_value(input, query.into());
    let open = state.open;
    let is_listed = memo(move || open.get() && options.with(|options| !options.is_empty()));
    let status = memo(move || {
        if !open.get() {
            return String::new();
        }
        if loading.get() {
            return labels.loading.get();
        }
        match options.with(Vec::len) {
            0 => labels.empty.get(),
            count => labels.results.run(count),
        }
    });
    let note = move || {
        (loading.get() || options.with(Vec::is_empty)).then(|| {
            view! { <p class="combobox-note" aria-hidden="true">{move || status.get()}</p> }
        })
    };
    let on_input = move |event: &Event| {
        if let Some(text) = typed_text(event) {
            state.type_text(text.clone());
            if let Some(on_type) = on_type {
                on_type.run(text);
            }
        }
    };
    let on_leave = move || {
        if !is_mounted(input) {
            return;
        }
        state.close();
        if let Some(on_blur) = on_blur {
            on_blur.run(());
        }
    };
    let popup = view! {
        <Show when=move || open.get()>
            <div node_ref=popup class="combobox-popup">
                <Listbox id state label=labels.list detail_of node_ref=list />
                {note}
            </div>
        </Show>
    };
    view! {
        <div class="combobox">
            <input
                node_ref=input
                type="text"
                role="combobox"
                class="input combobox-input"
                id=id.get_value()
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                dir=ltr.then_some("ltr")
                placeholder=text_or_absent(placeholder)
                aria-autocomplete="list"
                aria-label=move || label.get()
                aria-labelledby=label_id
                aria-required=true_or_absent(required)
                aria-invalid=true_or_absent(invalid)
                aria-describedby=text_or_absent(described_by)
                aria-expanded=move || true_or_false(is_listed.get())
                aria-controls=move || is_listed.get().then(|| listbox_id(id))
                aria-activedescendant=move || state.active_rendered().map(|index| option_id(id, index))
                disabled=move || disabled.get()
                on:input=untyped(on_input)
                on:keydown=untyped(move |event| state.press(event))
                on:click=move |_| state.open_list()
                on:blur=move |_| on_leave()
            />
            <Icon name=IconName::Chevron />
            {popup}
            <LiveRegion message=status />
        </div>
    }
}
