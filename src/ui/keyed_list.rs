//! A list whose entries stay while their keys do.

use leptos::prelude::*;

/// Draws an entry for each key. Every list uses this component, because `For` is compiled anew for
/// each type of key and entry.
#[component]
pub fn KeyedList(
    /// The keys, in the order of the entries.
    #[prop(into)]
    keys: Signal<Vec<u32>>,
    /// Returns the entry of a key.
    entry: Callback<u32, AnyView>,
) -> impl IntoView {
    view! { <For each=move || keys.get() key=|key| *key children=move |key| entry.run(key) /> }
}
