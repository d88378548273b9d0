//! Operational support: schedules of weekly hours, each with its own time zone, and a preview of
//! the resulting week.

pub mod control_ids;
mod copy_hours;
mod coverage_preview;
mod day_toggles;
mod hours_action;
mod hours_list;
mod hours_row;
mod hours_text;
mod merged_hours;
mod overlap_advice;
mod presets;
mod schedule_editor;
mod schedule_form;
mod schedule_list;
mod time_box;
mod time_text;
mod time_zone_picker;
mod week;
mod whole_day_advice;
mod zone;
mod zone_abbreviation;
mod zone_directory;
mod zone_label;
mod zone_offset;
mod zone_search;

pub use coverage_preview::TablesStatus;
pub use hours_text::hours_text;
pub use schedule_form::{ScheduleForm, schedule_forms, schedule_inputs};
pub use schedule_list::ScheduleList;
pub use zone_label::zone_label;
