//! What time it is. Nothing else in the crate reads the wall clock, so tests can move it.

use std::{
    sync::{
        LazyLock,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};

/// Tells the time.
pub trait Clock: Send + Sync + 'static {
    /// The present instant.
    fn now(&self) -> DateTime<Utc>;

    /// The time since an arbitrary start. For pauses and ages: it goes on when the clock is set back.
    fn uptime(&self) -> Duration;
}

/// The machine's clock.
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

/// An instant as answers write it, to the second.
pub(crate) fn rfc3339(instant: DateTime<Utc>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// A clock that stands still until it is told to move.
#[derive(Debug)]
pub struct ManualClock {
    milliseconds: AtomicI64,
    uptime: AtomicU64,
}

impl ManualClock {
    /// A clock that stands at `start`, to the millisecond.
    pub fn new(start: DateTime<Utc>) -> Self {
        Self {
            milliseconds: AtomicI64::new(start.timestamp_millis()),
            uptime: AtomicU64::default(),
        }
    }

    /// Lets time go by.
    pub fn advance(&self, by: TimeDelta) {
        self.milliseconds.fetch_add(by.num_milliseconds(), Ordering::SeqCst);
        self.uptime.fetch_add(by.num_milliseconds().unsigned_abs(), Ordering::SeqCst);
    }

    /// Corrects a clock that was ahead; no time goes by.
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
