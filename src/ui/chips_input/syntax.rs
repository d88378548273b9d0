//! The syntax of entries in a text.

/// Takes a text apart into the entries of a [`super::ChipsInput`].
#[derive(Clone, Copy)]
pub struct EntrySyntax {
    /// Returns the entries of a typed or pasted text.
    pub split: fn(&str) -> Vec<String>,
    /// The characters that end an entry while it is typed.
    pub separators: &'static [char],
}
