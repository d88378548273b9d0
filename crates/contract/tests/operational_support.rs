//! Tests schedules: the rules of time zones and weekly hours, and the position of each error.

mod support;

use partner_portal_contract::{
    BundledReferenceData, ContactField, ContactInformation, ContactInformationInput, DayOfWeek,
    FieldError, FieldErrorCode, FieldErrorCode::*, HoursInput, ScheduleInput,
};
use support::{complete_input, production};

const FIELD: ContactField = ContactField::OperationalSupport;

fn hours(days: &[DayOfWeek], opens: &str, closes: &str) -> HoursInput {
    HoursInput { days: days.to_vec(), opens: opens.into(), closes: closes.into() }
}

fn office_hours() -> HoursInput {
    hours(&DayOfWeek::WEEKDAYS, "09:00", "17:00")
}

fn schedule(time_zone: &str, hours: Vec<HoursInput>) -> ScheduleInput {
    ScheduleInput { time_zone: time_zone.into(), hours }
}

fn parse(schedules: Vec<ScheduleInput>) -> Result<ContactInformation, Vec<FieldError>> {
    let input = ContactInformationInput { operational_support: schedules, ..complete_input() };
    input.parse(&production(), &BundledReferenceData)
}

fn errors(schedules: Vec<ScheduleInput>) -> Vec<FieldError> {
    parse(schedules).err().unwrap_or_default()
}

fn of_schedule(index: usize, code: FieldErrorCode) -> FieldError {
    FieldError::of_entry(FIELD, index, code)
}

fn of_hours(index: usize, at: u32, code: FieldErrorCode) -> FieldError {
    let mut error = FieldError::of_entry(FIELD, index, code);
    error.params.hours = Some(at);
    error
}

fn with_max(mut error: FieldError, max: u32) -> FieldError {
    error.params.max = Some(max);
    error.params.count = Some(max + 1);
    error
}

/// Returns the stored zone of a schedule, or its errors.
fn stored_zone(name: &str) -> Result<String, Vec<FieldError>> {
    parse(vec![schedule(name, vec![office_hours()])])
        .map(|information| information.operational_support()[0].time_zone().to_owned())
}

#[test]
fn there_are_1_to_10_schedules() {
    let schedules = |count| vec![schedule("Europe/Rome", vec![office_hours()]); count];
    assert_eq!(errors(schedules(0)), [FieldError::of_field(FIELD, Required)]);
    assert_eq!(errors(schedules(1)), []);
    assert_eq!(errors(schedules(10)), [], "several schedules may have the same zone");
    let too_many = FieldError::of_field(FIELD, TooMany);
    assert_eq!(errors(schedules(11)), [with_max(too_many, 10)]);
}

#[test]
fn a_schedule_has_1_to_21_hours_entries() {
    let entries = |count| vec![schedule("Europe/Rome", vec![office_hours(); count])];
    assert_eq!(errors(entries(0)), [of_schedule(0, HoursMissing)]);
    assert_eq!(errors(entries(1)), []);
    assert_eq!(errors(entries(21)), [], "equal hours are allowed");
    assert_eq!(errors(entries(22)), [with_max(of_schedule(0, TooMany), 21)]);
}

#[test]
fn a_time_zone_is_an_iana_name_stored_in_its_own_spelling() {
    assert_eq!(stored_zone("Europe/Warsaw").as_deref(), Ok("Europe/Warsaw"));
    assert_eq!(stored_zone(" Europe/Warsaw ").as_deref(), Ok("Europe/Warsaw"));
    assert_eq!(stored_zone("europe/warsaw").as_deref(), Ok("Europe/Warsaw"));
    assert_eq!(stored_zone("AMERICA/PORT-AU-PRINCE").as_deref(), Ok("America/Port-au-Prince"));
    assert_eq!(stored_zone("utc").as_deref(), Ok("UTC"));
    assert_eq!(stored_zone("Etc/GMT+5").as_deref(), Ok("Etc/GMT+5"));
}

#[test]
fn an_alias_of_a_time_zone_is_kept() {
    for alias in ["Asia/Calcutta", "Europe/Kiev", "US/Pacific", "Asia/Kolkata"] {
        assert_eq!(stored_zone(alias).as_deref(), Ok(alias));
    }
}

#[test]
fn a_missing_and_an_unknown_time_zone_have_different_errors() {
    for name in ["", " ", "\t"] {
        assert_eq!(stored_zone(name), Err(vec![of_schedule(0, TimeZoneMissing)]), "{name:?}");
    }
    for name in ["Warsaw", "Europe/Atlantis", "+01:00", "UTC+1", "Europe/", "ＵＴＣ", "../UTC"] {
        assert_eq!(stored_zone(name), Err(vec![of_schedule(0, TimeZoneUnknown)]), "{name:?}");
    }
}

#[test]
fn every_listed_time_zone_is_accepted_unchanged() {
    assert!(BundledReferenceData::time_zones().len() > 500);
    for zone in BundledReferenceData::time_zones() {
        assert_eq!(stored_zone(zone).as_deref(), Ok(zone));
        assert_eq!(stored_zone(&zone.to_lowercase()).as_deref(), Ok(zone));
    }
}

#[test]
fn days_are_stored_once_each_and_monday_first() {
    use DayOfWeek::{Friday, Monday, Sunday};
    let typed = hours(&[Sunday, Monday, Friday, Monday, Sunday], "09:00", "17:00");
    let information = parse(vec![schedule("UTC", vec![typed])]).expect("a valid schedule");
    let stored = &information.operational_support()[0].hours()[0];
    assert_eq!(stored.days(), [Monday, Friday, Sunday]);
    assert_eq!(information.to_input().operational_support[0].hours[0].days, stored.days());
}

#[test]
fn hours_without_a_day_are_rejected() {
    let input = schedule("UTC", vec![office_hours(), hours(&[], "09:00", "17:00")]);
    assert_eq!(errors(vec![input]), [of_hours(0, 1, DaysMissing)]);
}

#[test]
fn opening_and_closing_times_are_checked_separately() {
    let cases = [
        ("", "17:00", vec![OpensMissing]),
        (" ", "17:00", vec![OpensMissing]),
        ("9:00", "17:00", vec![OpensInvalid]),
        ("24:00", "24:00", vec![OpensInvalid]),
        ("24:01", "17:00", vec![OpensInvalid]),
        ("09:00", "", vec![ClosesMissing]),
        ("09:00", "24:01", vec![ClosesInvalid]),
        ("09:00", "5 pm", vec![ClosesInvalid]),
        ("", "", vec![OpensMissing, ClosesMissing]),
        ("x", "y", vec![OpensInvalid, ClosesInvalid]),
        ("00:00", "24:00", vec![]),
        ("23:59", "00:00", vec![]),
        (" 09:00 ", "17:00\n", vec![]),
    ];
    for (opens, closes, codes) in cases {
        let input = schedule("UTC", vec![hours(&[DayOfWeek::Monday], opens, closes)]);
        let expected: Vec<_> = codes.into_iter().map(|code| of_hours(0, 0, code)).collect();
        assert_eq!(errors(vec![input]), expected, "{opens:?} to {closes:?}");
    }
}

#[test]
fn hours_that_close_at_or_before_their_opening_end_on_the_next_day() {
    for (opens, closes, next_day) in [
        ("09:00", "17:00", false),
        ("00:00", "24:00", false),
        ("23:59", "24:00", false),
        ("22:00", "06:00", true),
        ("09:00", "09:00", true),
        ("22:00", "00:00", true),
        ("00:00", "00:00", true),
    ] {
        let input = schedule("UTC", vec![hours(&[DayOfWeek::Sunday], opens, closes)]);
        let information = parse(vec![input]).expect("a valid schedule");
        let stored = &information.operational_support()[0].hours()[0];
        assert_eq!(stored.closes_next_day(), next_day, "{opens} to {closes}");
        assert_eq!(
            (stored.opens().to_string(), stored.closes().to_string()),
            (opens.into(), closes.into())
        );
    }
}

#[test]
fn all_errors_of_all_schedules_are_reported_at_once_with_their_positions() {
    let inputs = vec![
        schedule("", vec![]),
        schedule("UTC", vec![office_hours()]),
        schedule("Mars/Olympus", vec![office_hours(), hours(&[], "", "25:00")]),
    ];
    assert_eq!(
        errors(inputs),
        [
            of_schedule(0, TimeZoneMissing),
            of_schedule(0, HoursMissing),
            of_schedule(2, TimeZoneUnknown),
            of_hours(2, 1, DaysMissing),
            of_hours(2, 1, OpensMissing),
            of_hours(2, 1, ClosesInvalid),
        ]
    );
}
