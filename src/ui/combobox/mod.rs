//! A text box that filters a list from which one entry is chosen.

mod keys;
mod listbox;
mod state;

use leptos::html::{Div, Input};
use leptos::prelude::*;
use web_sys::Event;

use crate::ui::attributes::{
    bind_value, is_mounted, text_or_absent, true_or_absent, true_or_false,
};
use crate::ui::events::{typed_text, untyped};
use crate::ui::icon::{Icon, IconName};
use crate::ui::live_region::LiveRegion;
use listbox::Listbox;
use state::ComboboxState;

/// One entry of a [`Combobox`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComboboxOption {
    /// What is reported when it is chosen.
    pub value: String,
    /// The text that names it.
    pub label: String,
    /// A second line in muted text; empty for none.
    pub detail: String,
    /// Whether it is the value now.
    pub selected: bool,
    /// Whether it cannot be chosen; `detail` says why.
    pub disabled: bool,
}

/// The texts of a [`Combobox`].
#[derive(Clone, Copy)]
pub struct ComboboxLabels {
    /// Names the list.
    pub list: Signal<String>,
    /// Shown and spoken when nothing matches.
    pub empty: Signal<String>,
    /// Shown and spoken while entries load.
    pub loading: Signal<String>,
    /// Spoken: how many entries match.
    pub results: Callback<usize, String>,
}

/// An editable combobox with list autocomplete (ARIA 1.2). The owner filters `options` by
/// `query`; entries out of view are not rendered, so that hundreds are cheap.
#[component]
pub fn Combobox(
    /// Id of the text box; the list is `{id}-listbox`.
    #[prop(into)]
    id: String,
    /// The name, where no label element points to the text box.
    #[prop(optional, into)]
    label: Signal<Option<String>>,
    /// Id of the naming element, where that is no label element.
    #[prop(optional)]
    label_id: Option<&'static str>,
    /// The text in the box.
    query: RwSignal<String>,
    /// The entries that match the text.
    #[prop(into)]
    options: Signal<Vec<ComboboxOption>>,
    /// A second line for the entry of that value, for details too costly to work out for entries
    /// out of sight; it takes the place of [`ComboboxOption::detail`].
    #[prop(optional, into)]
    detail_of: Option<Callback<String, String>>,
    /// Called with the value of the chosen entry.
    #[prop(into)]
    on_select: Callback<String>,
    /// Called when focus leaves the box, for an owner that restores the text of its value.
    #[prop(optional, into)]
    on_blur: Option<Callback<()>>,
    /// Whether entries are still loading.
    #[prop(optional, into)]
    loading: Signal<bool>,
    /// The texts.
    labels: ComboboxLabels,
    /// An example, shown while the box is empty.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// Whether there has to be a value.
    #[prop(optional, into)]
    required: Signal<bool>,
    /// Whether the value is refused.
    #[prop(optional, into)]
    invalid: Signal<bool>,
    /// Ids of the describing texts; see [`crate::ui::described_by`].
    #[prop(optional, into)]
    described_by: Signal<String>,
    /// Whether it takes no input.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Whether the box is emptied by a choice (picking several) instead of showing it.
    #[prop(optional)]
    clear_on_select: bool,
    /// Whether the text runs left to right in every language.
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
    let is_listed = Memo::new(move |_| open.get() && options.with(|options| !options.is_empty()));
    let status = Memo::new(move |_| {
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
            state.type_text(text);
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

/// The id of the list.
fn listbox_id(id: StoredValue<String>) -> String {
    id.with_value(|id| [id, "-listbox"].concat())
}

/// The id of an entry.
fn option_id(id: StoredValue<String>, index: usize) -> String {
    id.with_value(|id| [id, "-option-", &index.to_string()].concat())
}
