//! The ids of the editor's controls, to which the error summary leads. They are built from the
//! rows' own ids, because a row's index changes when another row is removed.

use partner_portal_contract::FieldErrorCode;

/// The button that adds a schedule.
pub const ADD_SCHEDULE: &str = "operational_support-add";

/// The preview of the week, below the schedules.
pub const COVERAGE: &str = "operational_support-coverage";

/// Returns the id of a schedule's time zone picker.
pub fn time_zone(schedule: u32) -> String {
    of_schedule(schedule, "time-zone")
}

/// Returns the id of the button that adds hours to a schedule.
pub fn add_hours(schedule: u32) -> String {
    of_schedule(schedule, "add-hours")
}

/// Returns the id of a control of an hours entry: `days`, `opens` or `closes`.
pub fn of_hours(schedule: u32, hours: u32, control: &str) -> String {
    of_schedule(schedule, &("hours-".to_owned() + &hours.to_string() + "-" + control))
}

fn of_schedule(schedule: u32, control: &str) -> String {
    "schedule-".to_owned() + &schedule.to_string() + "-" + control
}

/// Returns the id of the control where the user can correct an error.
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
