//! Calculates the support coverage of a week, with the time zone rules of the tables.

use partner_portal_contract::{
    DayOfWeek, ScheduleInput,
    coverage::{Coverage, CoverageQuestion, HoursEntry},
};

use super::module::Tables;

impl Tables {
    /// Returns the calendar week in `shown_zone` that contains `now` (seconds since 1970). Hours
    /// that are not readable yet, or whose time zone is unknown, are left out. The others keep
    /// their indices in `schedules`. Returns `None` if the shown zone is unknown.
    pub fn coverage(
        &self,
        schedules: &[ScheduleInput],
        shown_zone: &str,
        first_day: DayOfWeek,
        now: u64,
    ) -> Option<Coverage> {
        let entries = HoursEntry::of_inputs(schedules);
        let shown_zone = shown_zone.to_owned();
        let question = CoverageQuestion { entries, shown_zone, first_day, now };
        Coverage::from_text(&self.call("coverage", &question.to_text())?)
    }
}
