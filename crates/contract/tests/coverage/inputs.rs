//! Tests the coverage of schedules that are still being typed.

use partner_portal_contract::{
    BundledReferenceData,
    DayOfWeek::{Monday, Tuesday},
    HoursInput, ScheduleInput, TimeOfDay,
    coverage::{CoverageQuestion, EntryIndex, HoursEntry, Overlap},
};

use crate::schedules::{at, coverage, hours, schedule, spans};

fn question(schedules: &[ScheduleInput]) -> CoverageQuestion {
    CoverageQuestion {
        entries: HoursEntry::of_inputs(schedules),
        shown_zone: "Etc/UTC".into(),
        first_day: Monday,
        now: at("2026-11-18T12:00Z"),
    }
}

fn input(time_zone: &str, hours: &[HoursInput]) -> ScheduleInput {
    ScheduleInput { time_zone: time_zone.into(), hours: hours.to_vec() }
}

#[test]
fn incomplete_hours_are_skipped_and_the_rest_keep_their_indices() {
    let office = hours(&[Monday], "09:00", "17:00");
    let inputs = [
        input("Mars/Olympus_Mons", std::slice::from_ref(&office)),
        input("", std::slice::from_ref(&office)),
        input("two\nlines", std::slice::from_ref(&office)),
        input("two words", std::slice::from_ref(&office)),
        input(
            " europe/warsaw ",
            &[
                hours(&[Monday], "9", ""),
                hours(&[Monday], "24:00", "24:00"),
                hours(&[], "09:00", "17:00"),
                hours(&[Tuesday, Monday, Monday], " 10:00", "24:00 "),
                hours(&[Monday], "11:00", "12:00"),
            ],
        ),
    ];
    let asked = CoverageQuestion::from_text(&question(&inputs).to_text()).expect("a question");
    let picture = asked.answer(&BundledReferenceData).expect("a chart");
    assert_eq!(spans(&picture, 0), [(9 * 60, 23 * 60)]);
    assert_eq!(spans(&picture, 1), [(9 * 60, 23 * 60)]);
    assert_eq!(picture.minutes_per_week, 2 * 14 * 60);
    let index = |hours| EntryIndex { schedule: 4, hours };
    assert_eq!(picture.overlaps, [Overlap { first: index(3), second: index(4) }]);
}

#[test]
fn a_question_survives_encoding_as_text() {
    let inputs = [
        input("Asia/Tokyo", &[hours(&[Monday, Tuesday], "00:00", "24:00")]),
        input("Europe/Rome", &[hours(&[], "23:59", "00:00")]),
    ];
    let question = question(&inputs);
    assert_eq!(question.entries[1].closes, TimeOfDay::MIDNIGHT);
    assert_eq!(CoverageQuestion::from_text(&question.to_text()), Some(question));
    assert_eq!(CoverageQuestion::from_text(""), None);
}

#[test]
fn an_input_and_its_saved_version_have_the_same_chart() {
    let hours = [hours(&[Monday], "09:00", "17:00"), hours(&[Tuesday], "22:00", "02:00")];
    let picture = question(&[input("Asia/Calcutta", &hours)]).answer(&BundledReferenceData);
    let now = at("2026-11-18T12:00Z");
    let saved = coverage(&[schedule("Asia/Calcutta", &hours)], "Etc/UTC", Monday, now);
    assert_eq!(picture, Some(saved));
}
