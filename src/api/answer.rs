//! What a successful read or save brings.

/// A body and the version that it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer<T> {
    /// The body.
    pub body: T,
    /// For `If-Match` and `If-None-Match`; empty when the backend sent none.
    pub etag: String,
}
