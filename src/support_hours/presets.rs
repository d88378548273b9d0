//! Preset weeks that fit most partners.

use partner_portal_contract::{DayOfWeek, TimeOfDay};

use super::schedule_form::HoursForm;
use crate::i18n::{I18n, Text, clock_range};

/// The start of office hours, in minutes since midnight.
const OPENS: u16 = 9 * 60;
const CLOSES: u16 = 17 * 60;
const DAY: u16 = 24 * 60;

/// A preset week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// Monday to Friday, 09:00 to 17:00.
    Weekdays,
    /// Every day, 09:00 to 17:00.
    EveryDay,
    /// Every day, 24 hours.
    AroundTheClock,
}

impl Preset {
    /// All presets, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Weekdays, Self::EveryDay, Self::AroundTheClock];

    /// Returns the text of the button.
    pub fn label(self, i18n: I18n) -> String {
        let text = match self {
            Self::Weekdays => Text::PresetWeekdays,
            Self::EveryDay => Text::PresetEveryDay,
            Self::AroundTheClock => return i18n.text(Text::PresetAroundTheClock),
        };
        i18n.with(text, &[("hours", &clock_range(i18n, OPENS, CLOSES))])
    }

    /// Returns the hours entry of the preset.
    pub fn hours(self) -> HoursForm {
        let days = match self {
            Self::Weekdays => DayOfWeek::WEEKDAYS.to_vec(),
            Self::EveryDay | Self::AroundTheClock => DayOfWeek::ALL.to_vec(),
        };
        let (opens, closes) = match self {
            Self::AroundTheClock => (0, DAY),
            Self::Weekdays | Self::EveryDay => (OPENS, CLOSES),
        };
        let text = |minutes| TimeOfDay::from_minutes(minutes).map(|time| time.to_string());
        let text = |minutes| text(minutes).unwrap_or_default();
        HoursForm { id: 0, days, opens: text(opens), closes: text(closes) }
    }
}
