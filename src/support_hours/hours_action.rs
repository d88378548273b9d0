//! The actions on the hours of a schedule, and the changes that they cause. Pure functions.

use partner_portal_contract::{DayOfWeek, input::MAX_HOURS};

use super::{
    merged_hours::merged_hours,
    presets::Preset,
    schedule_form::{HoursForm, free_id},
};

/// An action on the hours of one schedule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HoursAction {
    /// Replaces the entry that has the same id.
    Change(HoursForm),
    /// Adds an entry on the days of the last entry.
    Add,
    /// Removes the entry with this id.
    Remove(u32),
    /// Adds an entry for other days, with the times of the entry with this id.
    Copy(u32, Vec<DayOfWeek>),
    /// Merges two entries into the first one.
    Merge(u32, u32),
}

/// The change that an action has caused, apart from the hours themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoursChange {
    /// The content of one entry has changed.
    Content,
    /// An entry with this id was added.
    Added(u32),
    /// The entry at this index, counted from 0, was removed.
    Removed(usize),
    /// Another entry was merged into the entry with this id.
    Merged(u32),
}

impl HoursAction {
    /// Applies the action. Returns `None` if its entry does not exist or the schedule is full.
    pub fn apply(self, all: &mut Vec<HoursForm>) -> Option<HoursChange> {
        let place = |all: &[HoursForm], id: u32| all.iter().position(|hours| hours.id == id);
        let new_id = free_id(all.iter().map(|hours| hours.id));
        match self {
            Self::Change(changed) => {
                let at = place(all, changed.id)?;
                all[at] = changed;
                Some(HoursChange::Content)
            }
            Self::Add => {
                let empty = |last: &HoursForm| HoursForm {
                    id: new_id,
                    days: last.days.clone(),
                    ..HoursForm::default()
                };
                let added = all.last().map_or_else(|| Preset::Weekdays.hours(), empty);
                add(all, all.len(), added)
            }
            Self::Remove(id) => {
                let at = place(all, id)?;
                all.remove(at);
                Some(HoursChange::Removed(at))
            }
            Self::Copy(id, days) => {
                let at = place(all, id)?;
                let copy = HoursForm { id: new_id, days, ..all[at].clone() };
                add(all, at + 1, copy)
            }
            Self::Merge(one, other) => {
                let (at, other) = (place(all, one)?, place(all, other)?);
                all[at] = merged_hours(&all[at], &all[other])?;
                all.remove(other);
                Some(HoursChange::Merged(one))
            }
        }
    }
}

fn add(all: &mut Vec<HoursForm>, at: usize, hours: HoursForm) -> Option<HoursChange> {
    if all.len() >= MAX_HOURS {
        return None;
    }
    let id = hours.id;
    all.insert(at, hours);
    Some(HoursChange::Added(id))
}

#[cfg(test)]
mod tests {
    use partner_portal_contract::DayOfWeek::{Monday, Saturday, Sunday};

    use super::*;

    fn hours(id: u32, days: &[DayOfWeek], opens: &str, closes: &str) -> HoursForm {
        HoursForm { id, days: days.to_vec(), opens: opens.into(), closes: closes.into() }
    }

    #[test]
    fn an_added_entry_has_the_days_of_the_last_one_and_no_times() {
        let mut all = vec![hours(4, &[Monday], "09:00", "12:00")];
        assert_eq!(HoursAction::Add.apply(&mut all), Some(HoursChange::Added(5)));
        assert_eq!(all[1], hours(5, &[Monday], "", ""));
    }

    #[test]
    fn copied_hours_follow_the_original_entry() {
        let mut all =
            vec![hours(0, &[Monday], "09:00", "12:00"), hours(1, &[Monday], "13:00", "17:00")];
        let copy = HoursAction::Copy(0, vec![Saturday, Sunday]);
        assert_eq!(copy.apply(&mut all), Some(HoursChange::Added(2)));
        assert_eq!(all[1], hours(2, &[Saturday, Sunday], "09:00", "12:00"));
    }

    #[test]
    fn a_merge_keeps_the_entry_on_which_it_was_pressed() {
        let mut all =
            vec![hours(0, &[Monday], "09:00", "12:00"), hours(1, &[Monday], "11:00", "17:00")];
        assert_eq!(HoursAction::Merge(1, 0).apply(&mut all), Some(HoursChange::Merged(1)));
        assert_eq!(all, [hours(1, &[Monday], "09:00", "17:00")]);
    }

    #[test]
    fn a_full_schedule_accepts_no_more_hours() {
        let mut all: Vec<_> =
            (0..).map(|id| hours(id, &[Monday], "", "")).take(MAX_HOURS).collect();
        assert_eq!(HoursAction::Add.apply(&mut all), None);
        assert_eq!(HoursAction::Copy(0, vec![Sunday]).apply(&mut all), None);
        assert_eq!(all.len(), MAX_HOURS);
    }

    #[test]
    fn a_removal_reports_the_index() {
        let mut all = vec![hours(0, &[Monday], "", ""), hours(3, &[Monday], "", "")];
        assert_eq!(HoursAction::Remove(3).apply(&mut all), Some(HoursChange::Removed(1)));
        assert_eq!(HoursAction::Remove(3).apply(&mut all), None);
    }
}
