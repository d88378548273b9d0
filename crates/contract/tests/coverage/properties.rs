//! Tests properties of the chart for arbitrary schedules and time zones. Each chart is compared
//! with a reference that checks every minute separately.

use std::{collections::BTreeMap, ops::Range};

use partner_portal_contract::{
    BundledReferenceData, DayOfWeek, HoursInput, Schedule, ScheduleInput, TimeOfDay,
    coverage::{Coverage, CoverageDay},
    time_zones::{ZoneClock, ZoneRules, civil_date},
};
use proptest::{prelude::*, sample::select};

use crate::schedules::{coverage, schedules};

const DAY: i64 = 86_400;
/// Time zones with large and small UTC offsets, with quarter-hour offsets, and with clock changes
/// at midnight, by half an hour, in unusual months, or none any more.
const ZONES: [&str; 16] = [
    "Etc/UTC",
    "Europe/Warsaw",
    "Europe/Dublin",
    "America/New_York",
    "America/Havana",
    "America/Santiago",
    "America/St_Johns",
    "America/Vancouver",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Asia/Beirut",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Chatham",
    "Pacific/Kiritimati",
    "Etc/GMT+12",
];
/// Weeks in which some of these clocks change, and one without a change.
const DATES: [(i64, i64, i64); 7] = [
    (2027, 3, 14),
    (2027, 3, 28),
    (2026, 10, 25),
    (2026, 11, 1),
    (2026, 4, 5),
    (2026, 9, 6),
    (2027, 1, 13),
];

fn zone() -> impl Strategy<Value = &'static str> {
    select(&ZONES[..])
}

fn day() -> impl Strategy<Value = DayOfWeek> {
    select(&DayOfWeek::ALL[..])
}

fn time(last: u16) -> impl Strategy<Value = String> {
    // Half of all times are near midnight or near a clock change.
    let often = select(vec![0_u16, 1, 59, 60, 90, 120, 150, 179, 180, 1380, 1439]);
    let written = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    prop_oneof![often, 0..=last].prop_map(written)
}

fn hours() -> impl Strategy<Value = HoursInput> {
    let days = proptest::sample::subsequence(DayOfWeek::ALL.to_vec(), 1..=7);
    (days, time(1439), time(1440)).prop_map(|(days, opens, closes)| HoursInput {
        days,
        opens,
        closes,
    })
}

fn some_schedules() -> impl Strategy<Value = Vec<Schedule>> {
    let schedule = (zone(), prop::collection::vec(hours(), 1..4))
        .prop_map(|(zone, hours)| ScheduleInput { time_zone: zone.into(), hours });
    prop::collection::vec(schedule, 1..5).prop_map(|inputs| schedules(&inputs))
}

fn moment() -> impl Strategy<Value = u64> {
    (select(&DATES[..]), -3 * DAY..3 * DAY).prop_map(|((year, month, day), seconds)| {
        u64::try_from(civil_date::days_of(year, month, day) * DAY + seconds).expect("after 1970")
    })
}

fn clock(name: &str) -> ZoneClock {
    BundledReferenceData.clock(name).expect("a zone")
}

/// Returns the first instant at which a clock shows a local time, found by trying all possible UTC
/// offsets. If no instant shows it, returns the instant after which the clock shows later times.
fn instant(clock: &ZoneClock, local: i64) -> i64 {
    let quarters = (-15 * 4..=15 * 4).rev().map(|quarters: i64| local - quarters * 900);
    let mut shows = quarters.filter(|at| clock.local(*at) == local);
    shows.next().unwrap_or_else(|| {
        let mut around = (local - 15 * 3600..=local + 15 * 3600).step_by(60);
        around.find(|at| clock.local(*at) > local).expect("the end of the gap")
    })
}

/// Returns the open intervals of all entries within ten days of `now`.
fn open_times(schedules: &[Schedule], now: i64) -> Vec<Range<i64>> {
    let mut times = Vec::new();
    for schedule in schedules {
        let clock = clock(schedule.time_zone());
        let local = |day: i64, time: TimeOfDay| day * DAY + i64::from(time.minutes()) * 60;
        for day in now / DAY - 10..now / DAY + 10 {
            for hours in schedule.hours() {
                if hours.days().contains(&civil_date::day_of_week(day)) {
                    let closing_day = if hours.closes_next_day() { day + 1 } else { day };
                    let opens = instant(&clock, local(day, hours.opens()));
                    let closes = instant(&clock, local(closing_day, hours.closes()));
                    times.push(opens..closes);
                }
            }
        }
    }
    times
}

fn is_open(times: &[Range<i64>], at: i64) -> bool {
    times.iter().any(|time| time.contains(&at))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn each_minute_is_shown_as_open_exactly_if_support_is_open(
        schedules in some_schedules(), shown in zone(), first_day in day(), now in moment(),
    ) {
        let picture = coverage(&schedules, shown, first_day, now);
        let now = i64::try_from(now).expect("a moment of this century");
        let times = open_times(&schedules, now);
        let shown = clock(shown);
        let mut open_minutes = 0;
        let mut places = BTreeMap::<_, (bool, bool)>::new();
        for at in (now - now % 60 - 8 * DAY..now + 8 * DAY).step_by(60) {
            let local = shown.local(at);
            let date = civil_date::iso_date(local.div_euclid(DAY));
            if let Some(day) = picture.days.iter().position(|day| day.date == date) {
                let open = is_open(&times, at);
                open_minutes += u32::from(open);
                let minute = u16::try_from(local.rem_euclid(DAY) / 60).expect("a minute");
                // A minute that occurs twice is shown as open if it is open once.
                places.entry((day, minute)).or_default().0 |= open;
            }
        }
        for (day, CoverageDay { spans, .. }) in picture.days.iter().enumerate() {
            for minute in spans.iter().flat_map(|span| span.from..span.to) {
                // A minute that the clock skips has no entry and is not checked.
                if let Some(place) = places.get_mut(&(day, minute)) {
                    place.1 = true;
                }
            }
        }
        let wrong = places.iter().find(|(_, (open, is_shown))| open != is_shown);
        prop_assert_eq!(wrong, None);
        prop_assert_eq!(picture.minutes_per_week, open_minutes);
    }

    #[test]
    fn spans_are_sorted_and_separate(
        schedules in some_schedules(), shown in zone(), first_day in day(), now in moment(),
    ) {
        let picture = coverage(&schedules, shown, first_day, now);
        prop_assert_eq!(picture.days.len(), 7);
        prop_assert_eq!(picture.days[0].day, first_day);
        for day in &picture.days {
            prop_assert!(day.spans.iter().all(|span| span.from < span.to && span.to <= 1440));
            prop_assert!(day.spans.windows(2).all(|pair| pair[0].to < pair[1].from));
        }
    }

    #[test]
    fn support_stays_open_or_closed_until_the_predicted_change(
        schedules in some_schedules(), shown in zone(), now in moment(),
    ) {
        let picture = coverage(&schedules, shown, DayOfWeek::Monday, now);
        let now = i64::try_from(now).expect("a moment of this century");
        let times = open_times(&schedules, now);
        prop_assert_eq!(picture.is_open, is_open(&times, now));
        let end = now + 8 * DAY;
        let changes_at = picture.changes_at.map_or(end, |at| i64::try_from(at).expect("an instant"));
        // All hours begin and end at whole minutes.
        for at in (now - now % 60 + 60..changes_at.min(end)).step_by(60) {
            prop_assert_eq!(is_open(&times, at), picture.is_open, "{}", at);
        }
        if changes_at < end {
            prop_assert_ne!(is_open(&times, changes_at), picture.is_open);
        }
    }

    #[test]
    fn the_order_of_schedules_does_not_matter(
        schedules in some_schedules(), shown in zone(), now in moment(),
    ) {
        let picture = |schedules: &[Schedule]| {
            let picture = coverage(schedules, shown, DayOfWeek::Monday, now);
            let change = picture.clock_change.map(|change| change.at);
            (picture.days, picture.is_open, picture.changes_at, picture.minutes_per_week, change)
        };
        let reversed: Vec<_> = schedules.iter().rev().cloned().collect();
        prop_assert_eq!(picture(&schedules), picture(&reversed));
    }

    #[test]
    fn the_first_day_only_moves_the_week(
        schedules in some_schedules(), shown in zone(), first_day in day(), now in moment(),
    ) {
        let monday = coverage(&schedules, shown, DayOfWeek::Monday, now);
        let other = coverage(&schedules, shown, first_day, now);
        for day in &other.days {
            let same = monday.days.iter().find(|monday| monday.date == day.date);
            prop_assert!(same.is_none_or(|same| same == day));
        }
        prop_assert_eq!(other.now.minute, monday.now.minute);
        prop_assert_eq!(&other.days[other.now.day], &monday.days[monday.now.day]);
        prop_assert_eq!(other.changes_at, monday.changes_at);
        prop_assert_eq!(other.clock_change, monday.clock_change);
        prop_assert_eq!(other.overlaps, monday.overlaps);
    }

    #[test]
    fn entries_overlap_when_they_share_a_minute(hours in prop::collection::vec(hours(), 2)) {
        let alone = |hours: &HoursInput| {
            let alone = [ScheduleInput { time_zone: "Etc/UTC".into(), hours: vec![hours.clone()] }];
            coverage(&schedules(&alone), "Etc/UTC", DayOfWeek::Monday, 0).minutes_per_week
        };
        let both = [ScheduleInput { time_zone: "Etc/UTC".into(), hours: hours.clone() }];
        let both = coverage(&schedules(&both), "Etc/UTC", DayOfWeek::Monday, 0);
        let shares = both.minutes_per_week < alone(&hours[0]) + alone(&hours[1]);
        prop_assert_eq!(!both.overlaps.is_empty(), shares);
    }

    #[test]
    fn a_chart_survives_encoding_as_text(
        schedules in some_schedules(), shown in zone(), first_day in day(), now in moment(),
    ) {
        let picture = coverage(&schedules, shown, first_day, now);
        prop_assert_eq!(Coverage::from_text(&picture.to_text()), Some(picture));
    }
}
