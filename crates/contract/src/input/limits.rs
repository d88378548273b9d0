//! Limits for the numbers of entries.

/// The maximum number of entries in a list of users or addresses.
pub const MAX_CONTACTS: usize = 20;
/// The maximum number of schedules.
pub const MAX_SCHEDULES: usize = 10;
/// The maximum number of hours entries in one schedule: three shifts on each day of the week.
pub const MAX_HOURS: usize = 21;
