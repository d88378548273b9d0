//! Schedules in words.

use partner_portal_contract::{DayOfWeek, HoursDraft, TimeOfDay};

use crate::i18n::{I18n, Text, clock_time, first_day_of_week, joined, weekday_names};

/// The days from the locale's first one on.
pub fn days_in_order(i18n: I18n) -> Vec<DayOfWeek> {
    let first = first_day_of_week(i18n.locale());
    let all = DayOfWeek::ALL;
    let start = all.iter().position(|day| *day == first).unwrap_or(0);
    (0..7).map(|offset| all[(start + offset) % 7]).collect()
}

/// Days in words, such as "Mon, Tue".
pub fn days_text(i18n: I18n, days: &[DayOfWeek]) -> String {
    let names = weekday_names(i18n.locale());
    let listed: Vec<String> = days_in_order(i18n)
        .into_iter()
        .filter(|day| days.contains(day))
        .map(|day| names[day as usize].0.clone())
        .collect();
    joined(i18n.locale(), &listed)
}

/// A stretch of a day in words, isolated because it runs left to right only in some languages.
pub fn span_text(i18n: I18n, from: u16, to: u16) -> String {
    let time = |minutes| clock_time(i18n.locale(), minutes);
    "\u{2068}".to_owned() + &time(from) + "–" + &time(to) + "\u{2069}"
}

/// An hours entry in words: "Mon and Tue 09:00–17:00".
pub fn hours_text(i18n: I18n, hours: &HoursDraft) -> String {
    let days = days_text(i18n, &hours.days);
    let (Some(opens), Some(closes)) =
        (TimeOfDay::parse(&hours.opens), TimeOfDay::parse(&hours.closes))
    else {
        return days + " \u{2068}" + &hours.opens + "–" + &hours.closes + "\u{2069}";
    };
    let text = days + " " + &span_text(i18n, opens.minutes(), closes.minutes());
    match next_day(&hours.opens, &hours.closes) {
        Some(mark) => text + " " + &i18n.text(mark),
        None => text,
    }
}

/// The mark of hours that end on the next day.
pub fn next_day(opens: &str, closes: &str) -> Option<Text> {
    let (opens, closes) = (TimeOfDay::parse_opening(opens)?, TimeOfDay::parse_closing(closes)?);
    match closes.cmp(&opens) {
        std::cmp::Ordering::Less => Some(Text::NextDay),
        std::cmp::Ordering::Equal => Some(Text::NextDayWhole),
        std::cmp::Ordering::Greater => None,
    }
}
