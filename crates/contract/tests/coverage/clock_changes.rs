//! Tests the coverage chart across clock changes, and when support next opens or closes.

use partner_portal_contract::{
    DayOfWeek::{self, Friday, Monday, Saturday, Sunday},
    coverage::{ClockChange, Coverage},
};

use crate::schedules::{at, coverage, hours, schedule, spans};

const ALL: &[DayOfWeek] = &DayOfWeek::ALL;

/// Builds a clock change. `shown` is the local time of the shown clock, written as if it were UTC.
fn clock_change(instant: &str, shown: &str, time_zone: &str, minutes: i32) -> ClockChange {
    ClockChange { at: at(instant), shown_before: at(shown), time_zone: time_zone.into(), minutes }
}

/// Returns the coverage for hours in a zone, in the week of `now`, shown in UTC from Sunday on.
fn in_utc(time_zone: &str, days: &[DayOfWeek], opens: &str, closes: &str, now: &str) -> Coverage {
    let schedules = [schedule(time_zone, &[hours(days, opens, closes)])];
    coverage(&schedules, "Etc/UTC", Sunday, at(now))
}

#[test]
fn an_opening_time_that_the_clock_skips_moves_to_the_skip() {
    // On 2026-03-08 New York's clocks skip from 02:00 to 03:00, at 07:00 UTC.
    let opened = |opens, closes| {
        let picture = in_utc("America/New_York", &[Sunday], opens, closes, "2026-03-08T00:00Z");
        spans(&picture, 0)
    };
    assert_eq!(opened("02:30", "05:00"), [(7 * 60, 9 * 60)]);
    assert_eq!(opened("02:00", "05:00"), [(7 * 60, 9 * 60)]);
    assert_eq!(opened("01:00", "02:30"), [(6 * 60, 7 * 60)], "a closing time moves, too");
    assert_eq!(opened("02:15", "02:45"), [], "hours within the skipped time are dropped");
}

#[test]
fn the_first_of_two_equal_local_times_opens_and_closes() {
    // On 2026-11-01 New York's clocks go back from 02:00 to 01:00, at 06:00 UTC.
    let opened = |opens, closes| {
        let picture = in_utc("America/New_York", &[Sunday], opens, closes, "2026-11-01T00:00Z");
        spans(&picture, 0)
    };
    assert_eq!(opened("01:30", "03:00"), [(5 * 60 + 30, 8 * 60)]);
    assert_eq!(opened("00:00", "01:30"), [(4 * 60, 5 * 60 + 30)]);
    assert_eq!(opened("00:00", "02:00"), [(4 * 60, 7 * 60)], "02:00 occurs only once");
    assert_eq!(opened("02:00", "03:00"), [(7 * 60, 8 * 60)]);
    assert_eq!(opened("01:15", "01:45"), [(5 * 60 + 15, 5 * 60 + 45)]);
}

/// Each row: the time zone, hours of Saturday that end in the repeated hour, an instant in the week
/// in which the clock goes back, and the minutes of support in that week.
const INTO_THE_REPEATED_HOUR: &[(&str, &str, &str, &str, u32)] = &[
    ("Europe/Warsaw", "18:00", "02:00", "2027-10-30T12:00Z", 480),
    ("Europe/Warsaw", "18:00", "02:30", "2027-10-30T12:00Z", 510),
    ("Europe/Warsaw", "18:00", "03:00", "2027-10-30T12:00Z", 600),
    ("America/New_York", "17:00", "01:00", "2027-11-06T12:00Z", 480),
    ("America/New_York", "17:00", "01:59", "2027-11-06T12:00Z", 539),
    ("America/New_York", "17:00", "02:00", "2027-11-06T12:00Z", 600),
    ("America/Havana", "16:00", "24:00", "2027-11-06T12:00Z", 480),
    ("America/Havana", "16:00", "00:30", "2027-11-06T12:00Z", 510),
    ("Atlantic/Azores", "16:00", "00:00", "2027-10-30T12:00Z", 480),
    ("Atlantic/Azores", "16:00", "00:30", "2027-10-30T12:00Z", 510),
];

#[test]
fn hours_that_end_in_the_repeated_hour_end_at_its_first_occurrence() {
    for (zone, opens, closes, now, minutes) in INTO_THE_REPEATED_HOUR {
        let schedules = [schedule(zone, &[hours(&[Saturday], opens, closes)])];
        let picture = coverage(&schedules, "Etc/UTC", Monday, at(now));
        assert_eq!(picture.minutes_per_week, *minutes, "{zone} {opens}-{closes}");
    }
}

#[test]
fn shifts_that_touch_in_the_repeated_hour_neither_overlap_nor_leave_a_gap() {
    let of = |shifts: &[(&[DayOfWeek], &str, &str)]| {
        let hours: Vec<_> =
            shifts.iter().map(|(days, opens, closes)| hours(days, opens, closes)).collect();
        let schedules = [schedule("Europe/Warsaw", &hours)];
        coverage(&schedules, "Etc/UTC", Monday, at("2027-10-30T12:00Z")).minutes_per_week
    };
    let evening = of(&[(&[Saturday], "18:00", "02:30")]);
    let night = of(&[(&[Sunday], "02:30", "06:00")]);
    let both = of(&[(&[Saturday], "18:00", "02:30"), (&[Sunday], "02:30", "06:00")]);
    assert_eq!((evening, night, both), (510, 270, 780));
    assert_eq!(of(&[(&[Saturday], "18:00", "06:00")]), both);
}

#[test]
fn a_clock_change_at_midnight_moves_the_end_of_the_day() {
    // Havana: 00:00 becomes 01:00 on 2024-03-10 (05:00 UTC), 01:00 becomes 00:00 on 2024-11-03
    // (05:00 UTC).
    let spring = in_utc("America/Havana", &[Saturday], "20:00", "24:00", "2024-03-10T12:00Z");
    assert_eq!(spans(&spring, 0), [(60, 5 * 60)]);
    let autumn = in_utc("America/Havana", &[Saturday], "20:00", "24:00", "2024-11-03T12:00Z");
    assert_eq!(spans(&autumn, 0), [(0, 4 * 60)], "until the first midnight");
    let sunday = in_utc("America/Havana", &[Sunday], "00:00", "01:00", "2024-11-03T12:00Z");
    assert_eq!(spans(&sunday, 0), [(4 * 60, 6 * 60)], "from the first midnight");
}

#[test]
fn a_clock_change_of_half_an_hour_moves_hours_by_half_an_hour() {
    // Lord Howe goes from 11 hours to 10 and a half on 2026-04-05, at 15:00 UTC on the 4th.
    let of = |now| in_utc("Australia/Lord_Howe", &[Monday], "09:00", "10:00", now);
    assert_eq!(spans(&of("2026-03-31T00:00Z"), 0), [(22 * 60, 23 * 60)]);
    assert_eq!(spans(&of("2026-04-06T00:00Z"), 0), [(22 * 60 + 30, 23 * 60 + 30)]);
    assert_eq!(
        of("2026-03-31T00:00Z").clock_change,
        Some(clock_change("2026-04-04T15:00Z", "2026-04-04T15:00Z", "Australia/Lord_Howe", -30))
    );
}

#[test]
fn the_current_rules_of_a_zone_apply() {
    // Vancouver stays 7 hours behind UTC from 2026-11-01 on.
    let picture = in_utc("America/Vancouver", &[Monday], "09:00", "10:00", "2027-01-04T00:00Z");
    assert_eq!(spans(&picture, 1), [(16 * 60, 17 * 60)]);
    assert_eq!(picture.clock_change, None);
}

#[test]
fn a_clock_change_of_the_shown_clock_affects_the_shown_day() {
    let schedules = [schedule("Etc/UTC", &[hours(&[Saturday], "23:00", "06:00")])];
    // Warsaw's clocks skip from 02:00 to 03:00 on Sunday, 2026-03-29, at 01:00 UTC.
    let spring = coverage(&schedules, "Europe/Warsaw", Sunday, at("2026-03-29T12:00Z"));
    assert_eq!(spans(&spring, 0), [(0, 8 * 60)], "the skipped hour is not a gap");
    assert_eq!(spring.minutes_per_week, 60 + 6 * 60, "the skipped hour does not count");
    // On 2026-10-25 they go back from 03:00 to 02:00.
    let autumn = coverage(&schedules, "Europe/Warsaw", Sunday, at("2026-10-25T12:00Z"));
    assert_eq!(spans(&autumn, 0), [(60, 7 * 60)]);
    assert_eq!(autumn.minutes_per_week, 7 * 60, "the repeated hour is shown once and counts twice");
}

#[test]
fn the_next_clock_change_is_the_one_that_moves_the_chart() {
    let office = |zone| [schedule(zone, &[hours(&[Monday], "09:00", "17:00")])];
    let change =
        |zone, shown| coverage(&office(zone), shown, Monday, at("2025-11-18T12:00Z")).clock_change;
    let new_york = |shown| Some(clock_change("2026-03-08T07:00Z", shown, "America/New_York", 60));
    assert_eq!(change("America/New_York", "Etc/UTC"), new_york("2026-03-08T07:00Z"));
    assert_eq!(
        change("Asia/Tokyo", "America/New_York"),
        new_york("2026-03-08T02:00Z"),
        "the shown clock moves, at a time that it skips"
    );
    assert_eq!(change("America/Toronto", "America/New_York"), None, "both change at the same time");
    assert_eq!(change("Europe/London", "Europe/Warsaw"), None, "both change at the same time");
    assert_eq!(change("Asia/Tokyo", "Asia/Kathmandu"), None, "neither changes");
    assert_eq!(
        change("America/New_York", "Europe/Warsaw"),
        new_york("2026-03-08T08:00Z"),
        "two weeks before Warsaw's moves it back again"
    );
}

#[test]
fn a_clock_change_names_a_clock_that_moves_the_chart() {
    let schedules = [
        schedule("Europe/London", &[hours(&[Monday], "09:00", "10:00")]),
        schedule("Asia/Tokyo", &[hours(&[Monday], "09:00", "10:00")]),
    ];
    // London and Warsaw change together. Against Tokyo, only the shown clock moves.
    let picture = coverage(&schedules, "Europe/Warsaw", Monday, at("2025-11-18T12:00Z"));
    let forward = clock_change("2026-03-29T01:00Z", "2026-03-29T02:00Z", "Europe/Warsaw", 60);
    assert_eq!(picture.clock_change, Some(forward));
    let picture = coverage(&schedules, "Europe/Warsaw", Monday, at("2026-04-18T12:00Z"));
    let back = clock_change("2026-10-25T01:00Z", "2026-10-25T03:00Z", "Europe/Warsaw", -60);
    assert_eq!(picture.clock_change, Some(back));
}

#[test]
fn the_next_opening_and_closing_times_are_known() {
    let schedules = [schedule("Etc/UTC", &[hours(&[Friday, Saturday], "22:00", "06:00")])];
    let next_change = |now| {
        let picture = coverage(&schedules, "Asia/Tokyo", Monday, at(now));
        (picture.is_open, picture.changes_at)
    };
    assert_eq!(next_change("2026-11-18T12:00Z"), (false, Some(at("2026-11-20T22:00Z"))));
    assert_eq!(next_change("2026-11-20T21:59Z"), (false, Some(at("2026-11-20T22:00Z"))));
    assert_eq!(next_change("2026-11-20T22:00Z"), (true, Some(at("2026-11-21T06:00Z"))));
    assert_eq!(next_change("2026-11-22T06:00Z"), (false, Some(at("2026-11-27T22:00Z"))));
}

#[test]
fn a_closing_time_between_two_clock_changes_is_found_months_ahead() {
    // Together, New York's and London's hours cover the whole day, except while only New York is on
    // summer time.
    let schedules = [
        schedule("America/New_York", &[hours(ALL, "09:00", "19:00")]),
        schedule("Europe/London", &[hours(ALL, "00:00", "14:00")]),
    ];
    let picture = coverage(&schedules, "Etc/UTC", Monday, at("2025-11-18T12:00Z"));
    assert!(picture.is_open);
    assert_eq!(picture.minutes_per_week, 7 * 24 * 60);
    assert_eq!(picture.changes_at, Some(at("2026-03-08T23:00Z")));
}
