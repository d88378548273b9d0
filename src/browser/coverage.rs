//! The picture of a week, which the tables' module draws: it has the rules of the time zones.

use partner_portal_contract::{
    DayOfWeek, ScheduleDraft,
    coverage::{Coverage, CoverageQuestion, HoursEntry},
};

use super::Tables;

impl Tables {
    /// The calendar week of `shown_zone` that holds `now` (seconds since 1970). Hours that cannot
    /// be read yet, or whose zone there is not, are left out; the indices of the others stay what
    /// they are in `schedules`. `None` when there is no such shown zone.
    pub fn coverage(
        &self,
        schedules: &[ScheduleDraft],
        shown_zone: &str,
        first_day: DayOfWeek,
        now: u64,
    ) -> Option<Coverage> {
        let entries = HoursEntry::of_drafts(schedules);
        let shown_zone = shown_zone.to_owned();
        let question = CoverageQuestion { entries, shown_zone, first_day, now };
        Coverage::from_text(&self.ask("coverage", &question.to_text())?)
    }
}
