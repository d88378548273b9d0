//! The entries of a combobox.

/// One entry of a [`Combobox`](super::Combobox).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComboboxOption {
    /// The value that is reported when the entry is chosen.
    pub value: String,
    /// The text that names it.
    pub label: String,
    /// A second line in muted text; empty for none.
    pub detail: String,
    /// True if the entry is the current value.
    pub selected: bool,
    /// True if the entry cannot be chosen; `detail` gives the reason.
    pub disabled: bool,
}
