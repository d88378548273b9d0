//! Validates operational support: schedules and their hours.

use super::{
    HoursInput, MAX_HOURS, MAX_SCHEDULES, ScheduleInput,
    entries::{count_error, counted},
};
use crate::{
    ContactField, DayOfWeek, FieldError, FieldErrorCode, Hours, Policy, ReferenceData, Schedule,
    TimeOfDay,
};

const FIELD: ContactField = ContactField::OperationalSupport;

/// Returns the errors of the schedules.
pub fn schedule_errors(
    inputs: &[ScheduleInput],
    policy: &Policy,
    reference: &dyn ReferenceData,
) -> Vec<FieldError> {
    parse_schedules(inputs, policy, reference).errors
}

/// Parses every schedule.
pub(super) fn parse_schedules(
    inputs: &[ScheduleInput],
    policy: &Policy,
    reference: &dyn ReferenceData,
) -> ParsedSchedules {
    let mut check = Check { reference, errors: Vec::new() };
    check.errors.extend(count_error(FIELD, inputs.len(), MAX_SCHEDULES, policy));
    let schedules = inputs.iter().enumerate();
    let parsed = schedules.filter_map(|(index, input)| check.schedule(index, input)).collect();
    ParsedSchedules { parsed, errors: check.errors }
}

/// The result of parsing. `parsed` is complete only if `errors` is empty, because invalid schedules
/// are omitted.
pub(super) struct ParsedSchedules {
    pub(super) parsed: Vec<Schedule>,
    pub(super) errors: Vec<FieldError>,
}

/// The state of one pass over the schedules.
struct Check<'a> {
    reference: &'a dyn ReferenceData,
    errors: Vec<FieldError>,
}

impl Check<'_> {
    fn schedule(&mut self, index: usize, input: &ScheduleInput) -> Option<Schedule> {
        let time_zone = self.time_zone(index, input.time_zone.trim());
        if input.hours.is_empty() {
            self.entry_error(index, FieldErrorCode::HoursMissing);
        } else if input.hours.len() > MAX_HOURS {
            let error = FieldError::of_entry(FIELD, index, FieldErrorCode::TooMany);
            self.errors.push(counted(error, input.hours.len(), MAX_HOURS));
        }
        let hours = input
            .hours
            .iter()
            .enumerate()
            .filter_map(|(at, hours)| self.hours(index, at, hours))
            .collect();
        Some(Schedule { time_zone: time_zone?, hours })
    }

    fn time_zone(&mut self, index: usize, name: &str) -> Option<String> {
        if name.is_empty() {
            self.entry_error(index, FieldErrorCode::TimeZoneMissing);
            return None;
        }
        let found = self.reference.time_zone(name);
        if found.is_none() {
            self.entry_error(index, FieldErrorCode::TimeZoneUnknown);
        }
        found
    }

    fn hours(&mut self, index: usize, at: usize, input: &HoursInput) -> Option<Hours> {
        if input.days.is_empty() {
            self.hours_error(index, at, FieldErrorCode::DaysMissing);
        }
        let opens = self.time(
            (index, at),
            &input.opens,
            TimeOfDay::parse_opening,
            (FieldErrorCode::OpensMissing, FieldErrorCode::OpensInvalid),
        );
        let closes = self.time(
            (index, at),
            &input.closes,
            TimeOfDay::parse_closing,
            (FieldErrorCode::ClosesMissing, FieldErrorCode::ClosesInvalid),
        );
        Some(Hours { days: sorted(&input.days), opens: opens?, closes: closes? })
    }

    fn time(
        &mut self,
        (index, at): (usize, usize),
        text: &str,
        parse: impl Fn(&str) -> Option<TimeOfDay>,
        (missing, invalid): (FieldErrorCode, FieldErrorCode),
    ) -> Option<TimeOfDay> {
        let time = parse(text);
        if time.is_none() {
            self.hours_error(index, at, if text.trim().is_empty() { missing } else { invalid });
        }
        time
    }

    fn entry_error(&mut self, index: usize, code: FieldErrorCode) {
        self.errors.push(FieldError::of_entry(FIELD, index, code));
    }

    fn hours_error(&mut self, index: usize, at: usize, code: FieldErrorCode) {
        let mut error = FieldError::of_entry(FIELD, index, code);
        error.params.hours = u32::try_from(at).ok();
        self.errors.push(error);
    }
}

fn sorted(days: &[DayOfWeek]) -> Vec<DayOfWeek> {
    DayOfWeek::ALL.into_iter().filter(|day| days.contains(day)).collect()
}
