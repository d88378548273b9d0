//! Operational support: schedules of weekly hours, each in its time zone.

pub mod control_ids;
mod hours_list;
mod hours_row;
mod presets;
mod schedule_editor;
mod schedule_form;
mod schedule_list;
mod schedule_text;
mod time_field;
mod time_text;
mod time_zone_picker;

pub use schedule_form::{ScheduleForm, schedule_drafts, schedule_forms};
pub use schedule_list::ScheduleList;
pub use schedule_text::{hours_text, time_zone_label};
