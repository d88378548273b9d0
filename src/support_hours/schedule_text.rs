//! Schedules in words, for those who read and do not edit.

use partner_portal_contract::{DayOfWeek, HoursDraft};

use crate::i18n::{I18n, Text, first_day_of_week, weekday_names};

/// An IANA name as people say it: `America/New_York` is "New York (America)".
pub fn time_zone_label(name: &str) -> String {
    let spoken = name.replace('_', " ");
    match spoken.rsplit_once('/') {
        Some((region, city)) => city.to_owned() + " (" + region + ")",
        None => spoken,
    }
}

/// The days from the locale's first one on.
pub fn days_in_order(i18n: I18n) -> Vec<DayOfWeek> {
    let first = first_day_of_week(i18n.locale());
    let all = DayOfWeek::ALL;
    let start = all.iter().position(|day| *day == first).unwrap_or(0);
    (0..7).map(|offset| all[(start + offset) % 7]).collect()
}

/// An hours entry in words: "Mon, Tue 09:00–17:00".
pub fn hours_text(i18n: I18n, hours: &HoursDraft) -> String {
    let names = weekday_names(i18n.locale());
    let position = |day: DayOfWeek| DayOfWeek::ALL.iter().position(|it| *it == day).unwrap_or(0);
    let days: Vec<String> = days_in_order(i18n)
        .into_iter()
        .filter(|day| hours.days.contains(day))
        .map(|day| names[position(day)].0.clone())
        .collect();
    let text = days.join(", ") + " \u{2068}" + &hours.opens + "–" + &hours.closes + "\u{2069}";
    // Times of the same form compare as text.
    if hours.closes <= hours.opens { text + " " + &i18n.text(Text::NextDay) } else { text }
}

#[cfg(test)]
mod tests {
    use super::time_zone_label;

    #[test]
    fn a_zone_is_named_by_its_city_first() {
        assert_eq!(time_zone_label("America/New_York"), "New York (America)");
        assert_eq!(
            time_zone_label("America/Argentina/Buenos_Aires"),
            "Buenos Aires (America/Argentina)"
        );
        assert_eq!(time_zone_label("UTC"), "UTC");
    }
}
