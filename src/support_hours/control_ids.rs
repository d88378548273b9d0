//! The ids of the editor's controls, which the error summary jumps to. They are made of the rows'
//! own ids, because a row's place changes when another row is removed.

use partner_portal_contract::FieldErrorCode;

/// Adds a schedule.
pub const ADD_SCHEDULE: &str = "operational_support-add";

/// The picture of the week, below the schedules.
pub const COVERAGE: &str = "operational_support-coverage";

/// The time zone of a schedule.
pub fn time_zone(schedule: u32) -> String {
    of_schedule(schedule, "time-zone")
}

/// The button that adds hours to a schedule.
pub fn add_hours(schedule: u32) -> String {
    of_schedule(schedule, "add-hours")
}

/// A control of an hours entry: `days`, `opens` or `closes`.
pub fn of_hours(schedule: u32, hours: u32, control: &str) -> String {
    of_schedule(schedule, &("hours-".to_owned() + &hours.to_string() + "-" + control))
}

fn of_schedule(schedule: u32, control: &str) -> String {
    "schedule-".to_owned() + &schedule.to_string() + "-" + control
}

/// The control of a schedule that mends an error.
pub fn of_error(schedule: u32, hours: Option<u32>, code: FieldErrorCode) -> String {
    match (code, hours) {
        (FieldErrorCode::OpensMissing | FieldErrorCode::OpensInvalid, Some(hours)) => {
            of_hours(schedule, hours, "opens")
        }
        (FieldErrorCode::ClosesMissing | FieldErrorCode::ClosesInvalid, Some(hours)) => {
            of_hours(schedule, hours, "closes")
        }
        (_, Some(hours)) => of_hours(schedule, hours, "days"),
        (FieldErrorCode::HoursMissing | FieldErrorCode::TooMany, None) => add_hours(schedule),
        (_, None) => time_zone(schedule),
    }
}
