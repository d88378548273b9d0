//! The entries of a line.

/// One entry of a line: an address or a leftover word.
pub(super) struct Entry {
    pub(super) text: String,
    /// True for text that describes an address but is not one: a comment, a group name or a bullet.
    /// It is dropped from a part of the list that contains an address.
    pub(super) is_aside: bool,
}
