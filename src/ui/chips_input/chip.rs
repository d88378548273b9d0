//! What a chips input shows: its entries and its texts.

use leptos::prelude::*;

use super::state::MOST_SHOWN;

/// One entry of a [`super::ChipsInput`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chip {
    /// The entry as it was typed.
    pub text: String,
    /// Why it is refused.
    pub error: Option<String>,
}

/// The texts of a [`super::ChipsInput`]. Those that take a `String` are given the entry's text.
#[derive(Clone, Copy)]
pub struct ChipsLabels {
    /// Names the list of chips.
    pub list: Signal<String>,
    /// Names the button that removes an entry: "Remove a@b.example".
    pub remove: Callback<String, String>,
    /// Names the chip itself, which edits its entry: "Edit a@b.example".
    pub edit: Callback<String, String>,
    /// Said after this many entries were added.
    pub added: Callback<usize, String>,
    /// Said after an entry was removed.
    pub removed: Callback<String, String>,
    /// Names the button that takes the last removal or insertion back.
    pub undo: Signal<String>,
    /// Spoken after that.
    pub undone: Signal<String>,
    /// Stands behind the chips when this many more are not shown.
    pub more: Callback<usize, String>,
    /// Said when a text was too much to insert: how many entries and characters it has.
    pub too_much: Callback<(usize, usize), String>,
}

/// The id of the chip with this index; the last one that is drawn for those that are not.
pub fn chip_id(input: &str, index: usize) -> String {
    [input, "-chip-", &index.min(MOST_SHOWN - 1).to_string()].concat()
}

/// An entry in few enough characters to be shown and spoken: every right address is.
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
    fn only_what_is_long_is_shortened() {
        assert_eq!(shortened(&"ש".repeat(254)), "ש".repeat(254));
        assert_eq!(shortened(&"ש".repeat(255)), "ש".repeat(254) + "…");
    }
}
