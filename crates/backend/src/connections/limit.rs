//! Calculates how many connections the process has file descriptors for.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// The descriptors for the database, the log, mails and the issuer's keys.
const RESERVED_DESCRIPTORS: u64 = 128;
/// One descriptor for the socket and one for the file that is sent through it.
const DESCRIPTORS_PER_CONNECTION: u64 = 2;

/// The limits for open connections.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConnectionLimit {
    /// The limit for all open connections.
    pub open: usize,
    /// The limit for connections that wait for the client. Each may hold an incomplete head in
    /// memory.
    pub awaiting_client: usize,
}

impl ConnectionLimit {
    /// Returns the limits for at most `wanted` connections, reduced to the descriptors of this
    /// process.
    pub fn by_descriptors(wanted: usize) -> Self {
        Self::within(wanted, getrlimit(Resource::Nofile).current)
    }

    fn within(wanted: usize, descriptors: Option<u64>) -> Self {
        let possible = descriptors.map_or(usize::MAX, |descriptors| {
            let usable = descriptors.saturating_sub(RESERVED_DESCRIPTORS);
            usize::try_from(usable / DESCRIPTORS_PER_CONNECTION).unwrap_or(usize::MAX)
        });
        let open = wanted.min(possible).max(1);
        Self { open, awaiting_client: open.div_ceil(2) }
    }
}

/// Raises the soft limit for file descriptors to the hard limit.
pub fn raise_descriptor_limit() {
    let limit = getrlimit(Resource::Nofile);
    // If the system refuses, the old limit remains, and `ConnectionLimit` uses that one.
    let _ = setrlimit(Resource::Nofile, Rlimit { current: limit.maximum, ..limit });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptors_are_left_for_the_database_and_for_files() {
        for (wanted, descriptors, open) in [
            (4096, None, 4096),
            (4096, Some(1_048_576), 4096),
            (4096, Some(1024), 448),
            (100, Some(1024), 100),
            (4096, Some(64), 1),
        ] {
            assert_eq!(ConnectionLimit::within(wanted, descriptors).open, open);
        }
    }
}
