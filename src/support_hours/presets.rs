//! Hours that most partners have.

use partner_portal_contract::DayOfWeek;

use super::schedule_form::HoursForm;
use crate::i18n::Text;

/// A ready-made week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// Monday to Friday, 09:00 to 17:00.
    Weekdays,
    /// Every day, 09:00 to 17:00.
    EveryDay,
    /// Always.
    AroundTheClock,
}

impl Preset {
    /// In the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Weekdays, Self::EveryDay, Self::AroundTheClock];

    /// What the button says.
    pub const fn label(self) -> Text {
        match self {
            Self::Weekdays => Text::PresetWeekdays,
            Self::EveryDay => Text::PresetEveryDay,
            Self::AroundTheClock => Text::PresetAroundTheClock,
        }
    }

    /// The one hours entry that says it.
    pub fn hours(self) -> HoursForm {
        let days = match self {
            Self::Weekdays => DayOfWeek::WEEKDAYS.to_vec(),
            Self::EveryDay | Self::AroundTheClock => DayOfWeek::ALL.to_vec(),
        };
        let (opens, closes) = match self {
            Self::AroundTheClock => ("00:00", "24:00"),
            Self::Weekdays | Self::EveryDay => ("09:00", "17:00"),
        };
        HoursForm { id: 0, days, opens: opens.to_owned(), closes: closes.to_owned() }
    }
}
