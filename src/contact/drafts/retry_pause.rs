//! The pauses between the attempts of a request that has failed.

/// The pause before the first retry after a failure, in milliseconds. It doubles up to
/// [`LAST_RETRY`].
const FIRST_RETRY: u32 = 2_000;
const LAST_RETRY: u32 = 60_000;

/// Returns the pause before the retry that follows one after `pause`. A `pause` of 0 stands for the
/// first attempt.
pub fn next_retry_pause(pause: u32) -> u32 {
    (pause * 2).clamp(FIRST_RETRY, LAST_RETRY)
}
