//! Provides the current time. No other code of the crate reads the system clock, so tests can
//! control it.

use std::{
    sync::{
        LazyLock,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};

/// A source of the current time.
pub trait Clock: Send + Sync + 'static {
    /// Returns the current instant.
    fn now(&self) -> DateTime<Utc>;

    /// Returns the time since an arbitrary start. It serves for pauses and ages, because it keeps
    /// growing when the clock is set back.
    fn uptime(&self) -> Duration;
}

/// The clock of the operating system.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one door")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn uptime(&self) -> Duration {
        static START: LazyLock<Instant> = LazyLock::new(Instant::now);
        START.elapsed()
    }
}

/// Formats an instant for a response, to the second.
pub(crate) fn rfc3339(instant: DateTime<Utc>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// A clock for tests. It moves only when a test moves it.
#[derive(Debug)]
pub struct ManualClock {
    milliseconds: AtomicI64,
    uptime: AtomicU64,
}

impl ManualClock {
    /// Creates a clock that stands at `start`, to the millisecond.
    pub fn new(start: DateTime<Utc>) -> Self {
        Self {
            milliseconds: AtomicI64::new(start.timestamp_millis()),
            uptime: AtomicU64::default(),
        }
    }

    /// Advances the clock and the uptime.
    pub fn advance(&self, by: TimeDelta) {
        self.milliseconds.fetch_add(by.num_milliseconds(), Ordering::SeqCst);
        self.uptime.fetch_add(by.num_milliseconds().unsigned_abs(), Ordering::SeqCst);
    }

    /// Sets the clock back. The uptime stays the same.
    pub fn set_back(&self, by: TimeDelta) {
        self.milliseconds.fetch_sub(by.num_milliseconds(), Ordering::SeqCst);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.milliseconds.load(Ordering::SeqCst))
            .unwrap_or(DateTime::UNIX_EPOCH)
    }

    fn uptime(&self) -> Duration {
        Duration::from_millis(self.uptime.load(Ordering::SeqCst))
    }
}
