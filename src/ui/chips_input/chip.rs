//! The entries and texts that a chips input shows.

use leptos::prelude::*;

/// The maximum number of chips that are drawn. Real lists are much shorter, and drawing this many
/// at once is still fast.
pub(super) const MOST_SHOWN: usize = 100;

/// One entry of a [`super::ChipsInput`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chip {
    /// The entry as the user typed it.
    pub text: String,
    /// The reason why the entry is refused.
    pub error: Option<String>,
}

/// The texts of a [`super::ChipsInput`]. The callbacks that take a `String` get the entry's text.
#[derive(Clone, Copy)]
pub struct ChipsLabels {
    /// The accessible name of the list of chips.
    pub list: Signal<String>,
    /// The name of the button that removes an entry: "Remove a@b.example".
    pub remove: Callback<String, String>,
    /// The name of the chip itself, which edits its entry: "Edit a@b.example".
    pub edit: Callback<String, String>,
    /// The message after this number of entries was added.
    pub added: Callback<usize, String>,
    /// The message after an entry was removed.
    pub removed: Callback<String, String>,
    /// The text of the button that undoes the last removal or insertion.
    pub undo: Signal<String>,
    /// The announcement after an undo.
    pub undone: Signal<String>,
    /// The text after the last chip if this number of entries is not shown.
    pub more: Callback<usize, String>,
    /// The error for a text that is too much to insert, given its numbers of entries and
    /// characters.
    pub too_much: Callback<(usize, usize), String>,
}

/// Returns the id of the chip with this index. For an entry beyond the last drawn chip, returns the
/// id of that chip.
pub fn chip_id(input: &str, index: usize) -> String {
    [input, "-chip-", &index.min(MOST_SHOWN - 1).to_string()].concat()
}

/// Returns an entry, shortened to 254 characters for display and announcements. No valid address is
/// longer.
pub fn shortened(text: &str) -> String {
    const SHOWN: usize = 254;
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => [&text[..end], "…"].concat(),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn only_a_long_entry_is_shortened() {
        assert_eq!(shortened(&"ש".repeat(254)), "ש".repeat(254));
        assert_eq!(shortened(&"ש".repeat(255)), "ש".repeat(254) + "…");
    }
}
