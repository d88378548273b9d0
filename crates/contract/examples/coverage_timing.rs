//! Measures how long it takes to compute the coverage of a week:
//! `cargo run --release --package partner-portal-contract --example coverage_timing`

use std::{hint::black_box, time::Instant};

use partner_portal_contract::{
    BundledReferenceData, DayOfWeek, HoursInput, ScheduleInput,
    coverage::{CoverageQuestion, HoursEntry},
};

const RUNS: u32 = 200;

fn main() {
    let zones = [
        "Europe/Warsaw",
        "America/New_York",
        "Asia/Tokyo",
        "Australia/Lord_Howe",
        "America/Sao_Paulo",
        "Africa/Cairo",
        "Asia/Kathmandu",
        "Pacific/Auckland",
        "America/Los_Angeles",
        "Europe/London",
    ];
    let shift = |days: &[DayOfWeek], opens: &str, closes: &str| HoursInput {
        days: days.to_vec(),
        opens: opens.into(),
        closes: closes.into(),
    };
    let office = vec![shift(&DayOfWeek::WEEKDAYS, "09:00", "17:00")];
    let around_the_clock = vec![shift(&DayOfWeek::ALL, "00:00", "24:00")];
    let three_shifts = DayOfWeek::ALL.iter().flat_map(|day| {
        [("06:00", "12:00"), ("13:00", "19:00"), ("20:00", "01:00")]
            .map(|(opens, closes)| shift(&[*day], opens, closes))
    });
    let shapes = [
        ("office hours", office),
        ("around the clock", around_the_clock),
        ("the most hours", three_shifts.collect()),
    ];
    for (name, hours) in shapes {
        let inputs =
            zones.map(|zone| ScheduleInput { time_zone: zone.into(), hours: hours.clone() });
        let question = CoverageQuestion {
            entries: HoursEntry::of_inputs(&inputs),
            shown_zone: "Asia/Jerusalem".into(),
            first_day: DayOfWeek::Sunday,
            now: 1_795_000_000,
        };
        let started = Instant::now();
        for _ in 0..RUNS {
            black_box(black_box(&question).answer(&BundledReferenceData));
        }
        let each = started.elapsed() / RUNS;
        println!("ten schedules, {name}: {} µs", each.as_micros());
    }
}
