//! Tests the chart of a week: spans, the current instant, the total minutes, and overlaps.

use crate::schedules::{at, coverage, hours, schedule, spans};
use partner_portal_contract::{
    BundledReferenceData,
    DayOfWeek::{self, Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday},
    coverage::{Coverage, CoverageNow, EntryIndex, Overlap, Span, week},
};

const ALL: &[DayOfWeek] = &DayOfWeek::ALL;
const WEEKDAYS: &[DayOfWeek] = &DayOfWeek::WEEKDAYS;

/// Returns an instant on a Wednesday, in a week without a clock change.
fn wednesday() -> u64 {
    at("2026-11-18T12:00Z")
}

fn overlap(first: (usize, usize), second: (usize, usize)) -> Overlap {
    let index = |(schedule, hours)| EntryIndex { schedule, hours };
    Overlap { first: index(first), second: index(second) }
}

#[test]
fn the_shown_week_is_the_calendar_week_of_the_shown_zone_that_contains_the_instant() {
    let schedules = [schedule("Etc/UTC", &[hours(WEEKDAYS, "09:00", "17:00")])];
    let dates = |first_day, now| {
        let coverage = coverage(&schedules, "Pacific/Kiritimati", first_day, at(now));
        (coverage.days[0].date.clone(), coverage.days[6].date.clone(), coverage.now)
    };
    // Kiritimati is 14 hours ahead, so it is already Monday, 02:30 there.
    let now = "2026-11-22T12:30Z";
    let place = |day, minute| CoverageNow { day, minute };
    assert_eq!(dates(Monday, now), ("2026-11-23".into(), "2026-11-29".into(), place(0, 150)));
    assert_eq!(dates(Sunday, now), ("2026-11-22".into(), "2026-11-28".into(), place(1, 150)));
    assert_eq!(dates(Saturday, now), ("2026-11-21".into(), "2026-11-27".into(), place(2, 150)));
}

#[test]
fn the_days_are_named_starting_with_the_first_day() {
    let coverage = coverage(&[], "Asia/Jerusalem", Sunday, wednesday());
    let days: Vec<_> = coverage.days.iter().map(|day| day.day).collect();
    assert_eq!(days, [Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday]);
}

#[test]
fn hours_are_shown_on_the_shown_clock() {
    // Kathmandu is 5 hours 45 minutes ahead of UTC.
    let schedules = [schedule("Asia/Kathmandu", &[hours(&[Monday], "04:00", "12:00")])];
    let coverage = coverage(&schedules, "Etc/UTC", Sunday, wednesday());
    assert_eq!(spans(&coverage, 0), [(22 * 60 + 15, 1440)], "Sunday");
    assert_eq!(spans(&coverage, 1), [(0, 6 * 60 + 15)], "Monday");
    assert_eq!(coverage.minutes_per_week, 8 * 60);
}

#[test]
fn zones_a_day_apart_meet_in_one_chart() {
    let schedules = [
        schedule("Pacific/Tongatapu", &[hours(&[Tuesday], "00:00", "24:00")]),
        schedule("Etc/GMT+12", &[hours(&[Monday], "00:00", "24:00")]),
    ];
    // In Tonga, Tuesday ends on Tuesday at 11:00 UTC. At noon begins Monday + 12 hours ... 24
    // hours.
    let coverage = coverage(&schedules, "Etc/UTC", Monday, wednesday());
    assert_eq!(spans(&coverage, 0), [(11 * 60, 1440)]);
    assert_eq!(spans(&coverage, 1), [(0, 12 * 60)]);
}

#[test]
fn hours_that_end_at_or_before_their_start_end_on_the_next_day() {
    let night = [schedule("Etc/UTC", &[hours(&[Sunday], "22:00", "06:00")])];
    let coverage_of = |schedules: &[_]| coverage(schedules, "Etc/UTC", Monday, wednesday());
    let picture = coverage_of(&night);
    assert_eq!(spans(&picture, 0), [(0, 360)], "the end of last Sunday's hours");
    assert_eq!(spans(&picture, 6), [(1320, 1440)]);
    assert_eq!(picture.minutes_per_week, 8 * 60);
    let whole_day = [schedule("Etc/UTC", &[hours(&[Tuesday], "09:00", "09:00")])];
    assert_eq!(coverage_of(&whole_day).minutes_per_week, 24 * 60);
}

#[test]
fn round_the_clock_support_has_no_closed_minute() {
    for zone in ["Europe/Warsaw", "America/Havana", "Africa/Cairo", "Australia/Lord_Howe"] {
        let schedules = [schedule(zone, &[hours(ALL, "00:00", "24:00")])];
        let mut now = at("2026-01-01T00:00Z");
        while now < at("2027-06-01T00:00Z") {
            let coverage = coverage(&schedules, "America/Santiago", Monday, now);
            let full = Span { from: 0, to: 1440 };
            assert!(coverage.days.iter().all(|day| day.spans == [full]), "{zone} {now}");
            assert!(coverage.is_open);
            assert_eq!(coverage.changes_at, None);
            assert_eq!(coverage.clock_change, None, "clock changes do not move a full chart");
            assert!([167, 168, 169].contains(&(coverage.minutes_per_week / 60)));
            now += 7 * 24 * 60 * 60;
        }
    }
}

#[test]
fn without_hours_support_is_never_open() {
    let coverage = coverage(&[], "Europe/Rome", Monday, wednesday());
    assert!(!coverage.is_open && coverage.changes_at.is_none() && coverage.clock_change.is_none());
    assert_eq!(coverage.minutes_per_week, 0);
    assert!(coverage.days.iter().all(|day| day.spans.is_empty()));
}

#[test]
fn spans_that_touch_or_overlap_are_joined() {
    let schedules = [
        schedule(
            "Etc/UTC",
            &[hours(&[Monday], "13:00", "18:00"), hours(&[Monday], "09:00", "13:00")],
        ),
        schedule("Europe/Warsaw", &[hours(&[Monday], "12:00", "20:00")]),
    ];
    let coverage = coverage(&schedules, "Etc/UTC", Monday, wednesday());
    assert_eq!(spans(&coverage, 0), [(540, 1140)]);
    assert_eq!(coverage.minutes_per_week, 600);
}

#[test]
fn entries_that_cover_the_same_minutes_are_listed_in_pairs() {
    let schedules = [
        schedule(
            "Etc/UTC",
            &[
                hours(&[Monday], "09:00", "13:00"),
                hours(&[Monday], "13:00", "18:00"),
                hours(&[Sunday, Monday], "12:30", "12:45"),
            ],
        ),
        schedule("Europe/Warsaw", &[hours(&[Monday], "18:30", "20:00")]),
        schedule("Etc/UTC", &[hours(&[Sunday], "23:00", "09:30")]),
    ];
    // Warsaw's 18:30 is 16:30 UTC in summer and 17:30 UTC in winter. Both are before the second
    // entry's end.
    let coverage = coverage(&schedules, "Asia/Tokyo", Monday, wednesday());
    assert_eq!(
        coverage.overlaps,
        [overlap((0, 0), (0, 2)), overlap((0, 0), (2, 0)), overlap((0, 1), (1, 0)),]
    );
}

#[test]
fn an_overlap_that_exists_only_in_summer_counts() {
    let schedules = [
        schedule("Etc/UTC", &[hours(&[Monday], "09:00", "10:00")]),
        schedule("Europe/Warsaw", &[hours(&[Monday], "11:00", "12:00")]),
    ];
    let coverage = coverage(&schedules, "Etc/UTC", Monday, wednesday());
    assert_eq!(coverage.overlaps, [overlap((0, 0), (1, 0))]);
}

#[test]
fn an_unknown_shown_zone_has_no_chart() {
    let shown = |zone, now| week(&[], zone, Monday, now, &BundledReferenceData);
    assert_eq!(shown("Mars/Olympus_Mons", 0), None);
    assert_eq!(shown("Etc/UTC", u64::MAX), None, "a year of more than four digits has no chart");
    assert!(shown("asia/calcutta", wednesday()).is_some(), "an alias in any case is accepted");
}

#[test]
fn a_chart_survives_encoding_as_text() {
    let schedules = [
        schedule("Europe/Warsaw", &[hours(WEEKDAYS, "09:00", "17:00")]),
        schedule("America/New_York", &[hours(&[Monday, Sunday], "22:00", "24:00")]),
        schedule("Asia/Tokyo", &[hours(ALL, "00:00", "05:30")]),
    ];
    let picture = coverage(&schedules, "Asia/Kathmandu", Saturday, wednesday());
    assert!(picture.clock_change.is_some() && picture.changes_at.is_some());
    assert_eq!(Coverage::from_text(&picture.to_text()), Some(picture));
    let never = coverage(&[], "Etc/UTC", Monday, 0);
    assert_eq!(Coverage::from_text(&never.to_text()), Some(never));
    assert_eq!(Coverage::from_text(""), None);
}
