//! Formats schedules as text.

use std::cmp::Ordering;

use partner_portal_contract::{DayOfWeek, HoursInput, TimeOfDay};

use crate::i18n::{
    I18n, Text, clock_range, first_day_of_week, hours_amount, joined, shows_twelve_hours,
    weekday_names,
};

/// Returns all days, starting with the locale's first day of the week.
pub fn days_in_order(i18n: I18n) -> Vec<DayOfWeek> {
    let first = first_day_of_week(i18n);
    let all = DayOfWeek::ALL;
    let start = all.iter().position(|day| *day == first).unwrap_or(0);
    (0..7).map(|offset| all[(start + offset) % 7]).collect()
}

/// Formats days, such as "Mon, Tue".
pub fn days_text(i18n: I18n, days: &[DayOfWeek]) -> String {
    let names = weekday_names(i18n);
    let listed: Vec<String> = days_in_order(i18n)
        .into_iter()
        .filter(|day| days.contains(day))
        .map(|day| names[day as usize].0.clone())
        .collect();
    joined(i18n, &listed)
}

/// Formats a part of a day. The text is isolated, because it runs left to right only in some
/// languages.
pub fn span_text(i18n: I18n, from: u16, to: u16) -> String {
    "\u{2068}".to_owned() + &clock_range(i18n, from, to) + "\u{2069}"
}

/// Formats an hours entry: "Mon and Tue 09:00–17:00".
pub fn hours_text(i18n: I18n, hours: &HoursInput) -> String {
    let days = days_text(i18n, &hours.days);
    let (Some(opens), Some(closes)) =
        (TimeOfDay::parse(&hours.opens), TimeOfDay::parse(&hours.closes))
    else {
        return days + " \u{2068}" + &hours.opens + "–" + &hours.closes + "\u{2069}";
    };
    let text = days + " " + &span_text(i18n, opens.minutes(), closes.minutes());
    match next_day_mark(i18n, &hours.opens, &hours.closes) {
        Some(mark) => text + " " + &mark,
        None => text,
    }
}

/// Returns the mark for hours that, as displayed, end on the next day. On a 12-hour clock the end
/// of a day is shown as midnight, which could also be the start of the same day.
pub fn next_day_mark(i18n: I18n, opens: &str, closes: &str) -> Option<String> {
    let (opens, closes) = (TimeOfDay::parse_opening(opens)?, TimeOfDay::parse_closing(closes)?);
    let shown_as_midnight = closes == TimeOfDay::END_OF_DAY && shows_twelve_hours(i18n);
    let closes = if shown_as_midnight { TimeOfDay::MIDNIGHT } else { closes };
    match closes.cmp(&opens) {
        Ordering::Less => Some(i18n.text(Text::NextDay)),
        Ordering::Equal => {
            let hours = hours_amount(i18n, TimeOfDay::END_OF_DAY.minutes().into());
            Some(i18n.with(Text::NextDayWhole, &[("hours", &hours)]))
        }
        Ordering::Greater => None,
    }
}
