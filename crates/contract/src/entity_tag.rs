//! Computes entity tags (RFC 9110, 8.8.3). Both sides compute them from the body, because a proxy
//! may weaken, suffix or drop the `ETag` header.

/// Returns the strong tag of a revision of the contact information.
pub fn of_revision(revision: u64) -> String {
    strong(&("rev-".to_owned() + &revision.to_string()))
}

/// Returns the strong tag of a [`Completion`](crate::Completion) with this `version`.
pub fn of_version(version: &str) -> String {
    strong(version)
}

fn strong(text: &str) -> String {
    ["\"", text, "\""].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_strong_and_quoted() {
        assert_eq!(of_revision(0), "\"rev-0\"");
        assert_eq!(of_version("5f2e"), "\"5f2e\"");
    }
}
