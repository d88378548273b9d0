//! A wall-clock time with minute precision.

use std::fmt;

/// A time in minutes since midnight, from `00:00` to `24:00` inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// `00:00`, the start of the day.
    pub const MIDNIGHT: Self = Self(0);
    /// `24:00`, the end of the day.
    pub const END_OF_DAY: Self = Self(24 * 60);

    /// Parses exactly `HH:MM`. Returns `None` for anything else, such as `24:01` or `9:00`.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes: [u8; 5] = text.as_bytes().try_into().ok()?;
        let digit = |at: usize| bytes[at].is_ascii_digit().then(|| u16::from(bytes[at] - b'0'));
        let hours = digit(0)? * 10 + digit(1)?;
        let minutes = digit(3)? * 10 + digit(4)?;
        let time = Self(hours * 60 + minutes);
        (bytes[2] == b':' && minutes < 60 && time <= Self::END_OF_DAY).then_some(time)
    }

    /// Parses an opening time and ignores spaces around it. `24:00` can only be a closing time.
    pub fn parse_opening(text: &str) -> Option<Self> {
        Self::parse(text.trim()).filter(|time| *time < Self::END_OF_DAY)
    }

    /// Parses a closing time and ignores spaces around it.
    pub fn parse_closing(text: &str) -> Option<Self> {
        Self::parse(text.trim())
    }

    /// Returns the time that many minutes after midnight, or `None` after `24:00`.
    pub fn from_minutes(minutes: u16) -> Option<Self> {
        Some(Self(minutes)).filter(|time| *time <= Self::END_OF_DAY)
    }

    /// Returns the minutes since midnight, 0 to 1440.
    pub const fn minutes(self) -> u16 {
        self.0
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}
