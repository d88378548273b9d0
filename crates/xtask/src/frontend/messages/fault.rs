//! Describes a mistake in the sentences to their author.

use std::fmt;

/// A fault in a file of sentences, formatted for its author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// The path, relative to the repository's root.
    pub(super) file: String,
    /// The line, counted from 1.
    pub(super) line: usize,
    pub(super) problem: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.file, self.line, self.problem)
    }
}
