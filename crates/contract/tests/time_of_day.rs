//! Tests that times are parsed from exactly `HH:MM`, between `00:00` and `24:00`.

use partner_portal_contract::TimeOfDay;
use proptest::prelude::*;

#[test]
fn every_minute_of_the_day_survives_formatting_and_parsing() {
    for minutes in 0..=1440_u16 {
        let text = format!("{:02}:{:02}", minutes / 60, minutes % 60);
        let time = TimeOfDay::parse(&text).expect("a minute of the day");
        assert_eq!(time.minutes(), minutes);
        assert_eq!(time.to_string(), text);
    }
}

#[test]
fn exactly_1441_four_digit_times_are_valid() {
    let readable = (0..=9999)
        .map(|number| format!("{:02}:{:02}", number / 100, number % 100))
        .filter(|text| TimeOfDay::parse(text).is_some());
    assert_eq!(readable.count(), 24 * 60 + 1);
}

#[test]
fn the_end_of_the_day_is_24_00_and_differs_from_midnight() {
    assert_eq!(TimeOfDay::parse("24:00"), Some(TimeOfDay::END_OF_DAY));
    assert_eq!(TimeOfDay::parse("00:00"), Some(TimeOfDay::MIDNIGHT));
    assert!(TimeOfDay::MIDNIGHT < TimeOfDay::END_OF_DAY);
}

#[test]
fn other_formats_of_a_time_are_rejected() {
    for text in [
        "",
        ":",
        "0",
        "9:00",
        "09:0",
        "009:00",
        "09:000",
        "0900",
        "09:60",
        "24:01",
        "25:00",
        "99:99",
        "+9:00",
        "-9:00",
        "09:-1",
        "09:+1",
        " 9:00",
        "09:00 ",
        " 09:00",
        "09.00",
        "09;00",
        "09-00",
        "09h00",
        "9:00a",
        "09:00:00",
        "٠٩:٠٠",
        "０９:００",
        "é:00",
        "0é:0",
        "09:é",
        "é9é",
        "😀0",
        "0😀",
        "\0\0:\0\0",
        "//://",
        "::::::",
        ":::::",
        "0a:00",
        "00:0a",
    ] {
        assert_eq!(TimeOfDay::parse(text), None, "{text:?}");
    }
}

proptest! {
    #[test]
    fn a_parsed_time_is_formatted_as_it_was_typed(text in "[0-9:+é ]{1,6}|.*") {
        if let Some(time) = TimeOfDay::parse(&text) {
            prop_assert_eq!(time.to_string(), text);
        }
    }
}
