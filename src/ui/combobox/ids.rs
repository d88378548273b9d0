//! The ids of a combobox's list and its entries.

use leptos::prelude::*;

/// Returns the id of the list.
pub(super) fn listbox_id(id: StoredValue<String>) -> String {
    id.with_value(|id| [id, "-listbox"].concat())
}

/// Returns the id of an entry.
pub(super) fn option_id(id: StoredValue<String>, index: usize) -> String {
    id.with_value(|id| [id, "-option-", &index.to_string()].concat())
}
