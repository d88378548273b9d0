//! Builds schedules and charts for tests.

use partner_portal_contract::{
    BundledReferenceData, ContactInformationInput, DayOfWeek, HoursInput, Schedule, ScheduleInput,
    coverage::{Coverage, week},
    time_zones::civil_date,
};

use crate::support::{complete_input, production};

pub(crate) fn hours(days: &[DayOfWeek], opens: &str, closes: &str) -> HoursInput {
    HoursInput { days: days.to_vec(), opens: opens.into(), closes: closes.into() }
}

/// Returns a validated schedule.
pub(crate) fn schedule(time_zone: &str, hours: &[HoursInput]) -> Schedule {
    schedules(&[ScheduleInput { time_zone: time_zone.into(), hours: hours.to_vec() }])[0].clone()
}

/// Returns validated schedules; at most ten.
pub(crate) fn schedules(inputs: &[ScheduleInput]) -> Vec<Schedule> {
    let input =
        ContactInformationInput { operational_support: inputs.to_vec(), ..complete_input() };
    let parsed = input.parse(&production(), &BundledReferenceData).expect("correct schedules");
    parsed.operational_support().to_vec()
}

pub(crate) fn coverage(
    schedules: &[Schedule],
    shown_zone: &str,
    first_day: DayOfWeek,
    now: u64,
) -> Coverage {
    week(schedules, shown_zone, first_day, now, &BundledReferenceData).expect("a zone to show")
}

/// Returns the seconds since 1970 of an instant such as `2026-11-18T12:00Z`.
pub(crate) fn at(instant: &str) -> u64 {
    let number = |range: std::ops::Range<usize>| instant[range].parse::<i64>().expect("digits");
    let days = civil_date::days_of(number(0..4), number(5..7), number(8..10));
    let seconds = days * 86_400 + number(11..13) * 3600 + number(14..16) * 60;
    u64::try_from(seconds).expect("an instant after 1970")
}

/// Returns a day's spans as pairs of minutes.
pub(crate) fn spans(coverage: &Coverage, day: usize) -> Vec<(u16, u16)> {
    coverage.days[day].spans.iter().map(|span| (span.from, span.to)).collect()
}
