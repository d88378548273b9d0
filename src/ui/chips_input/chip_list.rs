//! The list of chips before the text box.

use leptos::prelude::*;

use crate::reactive::memo;

use super::chip::MOST_SHOWN;
use super::chip_item::ChipItem;
use super::state::ChipsState;
use crate::ui::keyed_list::KeyedList;
use crate::ui::virtual_list::as_u32;

/// Shows the entries as chips, up to a maximum, and the number of entries that are not shown.
#[component]
pub(super) fn ChipList(state: ChipsState) -> impl IntoView {
    let count = memo(move || state.chips.with(Vec::len));
    let shown = memo(move || count.get().min(MOST_SHOWN));
    // The chip that is being edited, if the list has become too short to include it.
    let edited = memo(move || state.editing.get().filter(|index| *index >= shown.get()));
    let keys = Signal::derive(move || (0..shown.get()).chain(edited.get()).map(as_u32).collect());
    let entry =
        Callback::new(move |key: u32| view! { <ChipItem state index=key as usize /> }.into_any());
    let more = move || {
        let more = count.get() - shown.get();
        (more > 0).then(|| view! { <li class="chips-more">{state.labels().more.run(more)}</li> })
    };
    view! {
        <ul
            role="list"
            class="chips-list"
            aria-label=move || state.labels().list.get()
            hidden=move || count.get() == 0 && edited.get().is_none()
        >
            <KeyedList keys entry />
            {more}
        </ul>
    }
}
