//! The content of the schedule editor's controls.

use partner_portal_contract::{DayOfWeek, HoursInput, ScheduleInput};
use serde::{Deserialize, Serialize};

/// A schedule being edited. `id` identifies its row while rows are added and removed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ScheduleForm {
    pub id: u32,
    pub time_zone: String,
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
