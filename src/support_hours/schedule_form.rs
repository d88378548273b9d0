//! The content of the schedule editor's controls.

use partner_portal_contract::{DayOfWeek, HoursDraft, ScheduleDraft};
use serde::{Deserialize, Serialize};

/// A schedule being edited. `id` identifies its row while rows are added and removed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ScheduleForm {
    pub id: u32,
    pub time_zone: String,
    /// The text in the time zone's box, unless it is the name of the chosen zone. A draft keeps it,
    /// and a save does not send it.
    pub zone_text: String,
    pub hours: Vec<HoursForm>,
}

/// An hours entry being edited.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HoursForm {
    pub id: u32,
    pub days: Vec<DayOfWeek>,
    pub opens: String,
    pub closes: String,
}

impl ScheduleForm {
    /// Drops the chosen zone if the box shows another text, because the user does not see the zone.
    pub fn drop_hidden_zone(&mut self) {
        if !self.zone_text.is_empty() {
            self.time_zone.clear();
        }
    }
}

impl HoursForm {
    /// Returns the hours with the day added, or removed if they had it.
    pub fn with_day_toggled(mut self, day: DayOfWeek) -> Self {
        match self.days.iter().position(|it| *it == day) {
            Some(at) => drop(self.days.remove(at)),
            None => self.days.push(day),
        }
        self.days.sort();
        self
    }
}

/// Returns an id that no row of the list has.
pub fn free_id(taken: impl Iterator<Item = u32>) -> u32 {
    taken.max().map_or(0, |largest| largest + 1)
}

/// Returns the editor's rows for a document's schedules.
pub fn schedule_forms(drafts: &[ScheduleDraft]) -> Vec<ScheduleForm> {
    let rows = (0..).zip(drafts);
    rows.map(|(id, draft)| ScheduleForm {
        id,
        time_zone: draft.time_zone.clone(),
        zone_text: String::new(),
        hours: (0..).zip(&draft.hours).map(|(id, hours)| hours_form(id, hours)).collect(),
    })
    .collect()
}

fn hours_form(id: u32, draft: &HoursDraft) -> HoursForm {
    let HoursDraft { days, opens, closes } = draft.clone();
    HoursForm { id, days, opens, closes }
}

/// Returns the schedules that a save sends for the rows.
pub fn schedule_drafts(forms: &[ScheduleForm]) -> Vec<ScheduleDraft> {
    let hours = |form: &HoursForm| HoursDraft {
        days: form.days.clone(),
        opens: form.opens.clone(),
        closes: form.closes.clone(),
    };
    forms
        .iter()
        .map(|form| ScheduleDraft {
            time_zone: form.time_zone.clone(),
            hours: form.hours.iter().map(hours).collect(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{ScheduleForm, schedule_drafts};

    #[test]
    fn text_typed_over_a_time_zone_is_not_sent_and_hides_the_zone() {
        let mut schedule = ScheduleForm {
            time_zone: "Europe/Warsaw".to_owned(),
            zone_text: "EST".to_owned(),
            ..ScheduleForm::default()
        };
        let sent = |schedule: &ScheduleForm| {
            let [draft] = &schedule_drafts(std::slice::from_ref(schedule))[..] else {
                return String::new();
            };
            draft.time_zone.clone()
        };
        assert_eq!(sent(&schedule), "Europe/Warsaw");
        schedule.drop_hidden_zone();
        assert_eq!((sent(&schedule).as_str(), schedule.zone_text.as_str()), ("", "EST"));
        let chosen =
            ScheduleForm { time_zone: "Europe/Warsaw".to_owned(), ..ScheduleForm::default() };
        let mut kept = chosen.clone();
        kept.drop_hidden_zone();
        assert_eq!(kept, chosen);
    }
}
