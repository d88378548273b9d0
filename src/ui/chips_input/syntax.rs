//! The syntax of entries in a text.

/// The rules that split a text into the entries of a [`super::ChipsInput`].
#[derive(Clone, Copy)]
pub struct EntrySyntax {
    /// The function that splits a typed or pasted text into entries.
    pub split: fn(&str) -> Vec<String>,
    /// The characters that end an entry while it is typed.
    pub separators: &'static [char],
}
