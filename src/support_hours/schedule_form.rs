//! The content of the schedule editor's controls.

use partner_portal_contract::{DayOfWeek, HoursInput, ScheduleInput};
use serde::{Deserialize, Serialize};

/// A schedule being edited. `id` identifies its row while rows are added and removed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ScheduleForm {
    pub id: u32,
    pub time_zone: String,
    /// The text in the time zone's box, unless it is the label of the chosen zone. Drafts contain
    /// it, saves do not.
    pub time_zone_text: String,
    pub hours: Vec<HoursForm>,
}

/// A change of one part of a schedule.
#[derive(Clone, Debug)]
pub enum ScheduleChange {
    /// Chooses a time zone. The box shows its label.
    TimeZone(String),
    /// Changes the text in the time zone's box.
    TimeZoneText(String),
    /// Drops the time zone, because the text in its box names no zone.
    NoTimeZone,
    /// Replaces the hours.
    Hours(Vec<HoursForm>),
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
    /// Applies a change.
    pub fn apply(&mut self, change: ScheduleChange) {
        match change {
            ScheduleChange::TimeZone(name) => {
                self.time_zone = name;
                self.time_zone_text.clear();
            }
            ScheduleChange::TimeZoneText(text) => self.time_zone_text = text,
            ScheduleChange::NoTimeZone => self.time_zone.clear(),
            ScheduleChange::Hours(hours) => self.hours = hours,
        }
    }

    /// Drops the time zone if its box contains other text, because the user does not see it.
    pub fn drop_hidden_time_zone(&mut self) {
        if !self.time_zone_text.is_empty() {
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
pub fn schedule_forms(inputs: &[ScheduleInput]) -> Vec<ScheduleForm> {
    let rows = (0..).zip(inputs);
    rows.map(|(id, input)| ScheduleForm {
        id,
        time_zone: input.time_zone.clone(),
        time_zone_text: String::new(),
        hours: (0..).zip(&input.hours).map(|(id, hours)| hours_form(id, hours)).collect(),
    })
    .collect()
}

fn hours_form(id: u32, input: &HoursInput) -> HoursForm {
    let HoursInput { days, opens, closes } = input.clone();
    HoursForm { id, days, opens, closes }
}

/// Returns the schedules that a save sends for the rows.
pub fn schedule_inputs(forms: &[ScheduleForm]) -> Vec<ScheduleInput> {
    let hours = |form: &HoursForm| HoursInput {
        days: form.days.clone(),
        opens: form.opens.clone(),
        closes: form.closes.clone(),
    };
    forms
        .iter()
        .map(|form| ScheduleInput {
            time_zone: form.time_zone.clone(),
            hours: form.hours.iter().map(hours).collect(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{ScheduleChange, ScheduleForm, schedule_inputs};

    fn schedule(time_zone: &str, text: &str) -> ScheduleForm {
        ScheduleForm {
            time_zone: time_zone.to_owned(),
            time_zone_text: text.to_owned(),
            ..ScheduleForm::default()
        }
    }

    #[test]
    fn a_chosen_time_zone_replaces_the_text_in_its_box() {
        let mut typed = schedule("Europe/Warsaw", "tok");
        typed.apply(ScheduleChange::TimeZone("Asia/Tokyo".to_owned()));
        assert_eq!(typed, schedule("Asia/Tokyo", ""));
    }

    #[test]
    fn text_that_names_no_time_zone_stays_in_the_box_and_is_not_saved() {
        let mut typed = schedule("Europe/Warsaw", "");
        typed.apply(ScheduleChange::TimeZoneText("EST".to_owned()));
        assert_eq!(typed, schedule("Europe/Warsaw", "EST"));
        typed.apply(ScheduleChange::NoTimeZone);
        assert_eq!(typed, schedule("", "EST"));
        assert_eq!(schedule_inputs(&[typed])[0].time_zone, "");
    }

    #[test]
    fn a_time_zone_is_dropped_if_its_box_shows_other_text() {
        for (text, time_zone) in [("EST", ""), ("", "Europe/Warsaw")] {
            let mut restored = schedule("Europe/Warsaw", text);
            restored.drop_hidden_time_zone();
            assert_eq!(restored, schedule(time_zone, text));
        }
    }
}
