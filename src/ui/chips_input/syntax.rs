//! How a text is read as entries.

/// What makes a text the entries of a [`super::ChipsInput`].
#[derive(Clone, Copy)]
pub struct EntrySyntax {
    /// Takes the entries out of a typed or pasted text.
    pub split: fn(&str) -> Vec<String>,
    /// End an entry while it is typed.
    pub separators: &'static [char],
}
