//! The list of chips before the text box.

use leptos::prelude::*;

use crate::reactive::memo;

use super::chip_item::ChipItem;
use super::state::{ChipsState, MOST_SHOWN};

/// Shows the entries as chips, up to a maximum, and the number of entries that are not shown.
#[component]
pub(super) fn ChipList(state: ChipsState) -> impl IntoView {
    let count = memo(move || state.chips.with(Vec::len));
    let shown = memo(move || count.get().min(MOST_SHOWN));
    // The chip that is being edited, if the list has become too short to include it.
    let edited = memo(move || state.editing.get().filter(|index| *index >= shown.get()));
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
            <For
                each=move || (0..shown.get()).chain(edited.get())
                key=|index| *index
                children=move |index| view! { <ChipItem state index /> }
            />
            {more}
        </ul>
    }
}
