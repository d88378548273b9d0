//! The hours entries from which the chart is computed.

use crate::{DayOfWeek, Schedule, ScheduleInput, TimeOfDay};

/// One hours entry with the time zone of its schedule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoursEntry {
    /// The position in the input.
    pub index: EntryIndex,
    /// The IANA name of the schedule's time zone.
    pub time_zone: String,
    /// The days on which the hours begin.
    pub days: Vec<DayOfWeek>,
    /// The opening time; never `24:00`.
    pub opens: TimeOfDay,
    /// The closing time. It is on the next day unless it is after `opens`.
    pub closes: TimeOfDay,
}

/// The position of an hours entry in the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EntryIndex {
    /// The index of the schedule.
    pub schedule: usize,
    /// The index among the schedule's hours.
    pub hours: usize,
}

impl HoursEntry {
    /// Returns all hours of validated schedules.
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

    /// Returns the hours of an input that can already be parsed and skips incomplete ones. Unknown
    /// time zones are not detected here, because this function has no time-zone table.
    pub fn of_inputs(inputs: &[ScheduleInput]) -> Vec<Self> {
        let mut entries = Vec::new();
        for (schedule, input) in inputs.iter().enumerate() {
            for (at, hours) in input.hours.iter().enumerate() {
                if let (Some(opens), Some(closes)) = (
                    TimeOfDay::parse_opening(&hours.opens),
                    TimeOfDay::parse_closing(&hours.closes),
                ) {
                    entries.push(Self {
                        index: EntryIndex { schedule, hours: at },
                        time_zone: input.time_zone.trim().to_owned(),
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
