//! The hours that a picture is made of.

use super::EntryIndex;
use crate::{DayOfWeek, Schedule, ScheduleDraft, TimeOfDay};

/// One hours entry with the zone of its schedule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoursEntry {
    /// Where it stands.
    pub index: EntryIndex,
    /// The IANA name of its schedule's zone.
    pub time_zone: String,
    /// The days on which the hours begin.
    pub days: Vec<DayOfWeek>,
    /// When the hours begin; never `24:00`.
    pub opens: TimeOfDay,
    /// When they end; on the next day when that is not after `opens`.
    pub closes: TimeOfDay,
}

impl HoursEntry {
    /// All hours of checked schedules.
    pub fn of_schedules(schedules: &[Schedule]) -> Vec<Self> {
        let mut entries = Vec::new();
        for (schedule, Schedule { time_zone, hours }) in schedules.iter().enumerate() {
            for (at, hours) in hours.iter().enumerate() {
                entries.push(Self {
                    index: EntryIndex { schedule, hours: at },
                    time_zone: time_zone.clone(),
                    days: hours.days.clone(),
                    opens: hours.opens,
                    closes: hours.closes,
                });
            }
        }
        entries
    }

    /// The hours in drafts that can be read already; what is half typed is left out. A zone that
    /// does not exist is found only by whoever has the zones.
    pub fn of_drafts(drafts: &[ScheduleDraft]) -> Vec<Self> {
        let mut entries = Vec::new();
        for (schedule, draft) in drafts.iter().enumerate() {
            for (at, hours) in draft.hours.iter().enumerate() {
                if let (Some(opens), Some(closes)) = (
                    TimeOfDay::parse_opening(&hours.opens),
                    TimeOfDay::parse_closing(&hours.closes),
                ) {
                    entries.push(Self {
                        index: EntryIndex { schedule, hours: at },
                        time_zone: draft.time_zone.trim().to_owned(),
                        days: hours.days.clone(),
                        opens,
                        closes,
                    });
                }
            }
        }
        entries
    }
}
