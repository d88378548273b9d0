//! How many connections the process has descriptors for.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// Descriptors for the database, the log, mails and the issuer's keys.
const RESERVED_DESCRIPTORS: u64 = 128;
/// A socket, and the file that is sent through it.
const DESCRIPTORS_PER_CONNECTION: u64 = 2;

/// How many connections may be open at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConnectionLimit {
    /// All of them.
    pub open: usize,
    /// Those that wait for the client: each may hold an unfinished head in memory.
    pub awaiting_client: usize,
}

impl ConnectionLimit {
    /// At most `wanted`, and no more than the descriptors of this process allow.
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

/// Takes as many descriptors as the system grants to this process without being asked for more.
pub fn raise_descriptor_limit() {
    let limit = getrlimit(Resource::Nofile);
    // A system that refuses leaves the limit as it is, and `ConnectionLimit` heeds that.
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
