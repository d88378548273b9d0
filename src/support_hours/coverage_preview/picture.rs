//! The picture of the week: seven rows of twenty-four hours, filled while support is available.
//!
//! In a right-to-left language the hours also run from right to left, as in calendars in that
//! language. The day's name is at the start of the line, and its hours begin beside it. Everything
//! is positioned with logical properties, so the picture mirrors with the text.

use leptos::prelude::*;

use crate::reactive::memo;
use partner_portal_contract::coverage::{Coverage, CoverageDay, CoverageNow, Span};

use crate::i18n::{clock_hour, use_i18n, weekday_names};

const MINUTES: u32 = 24 * 60;

/// The picture, hidden from screen readers, which get the same content from [`super::words`].
#[component]
pub fn CoveragePicture(coverage: Signal<Option<Coverage>>) -> impl IntoView {
    let i18n = use_i18n();
    let days =
        memo(move || coverage.with(|it| it.as_ref().map(|it| it.days.clone()).unwrap_or_default()));
    let now = memo(move || coverage.with(|it| it.as_ref().map(|it| it.now)));
    let hours = move || {
        let hour = |hour| view! { <span>{clock_hour(i18n, hour)}</span> };
        [0, 6, 12, 18].map(hour)
    };
    let rows = move || {
        let names = weekday_names(i18n);
        days.get()
            .into_iter()
            .enumerate()
            .map(|(at, day)| {
                let name = names[day.day as usize].0.clone();
                view! { <Day at day name now /> }
            })
            .collect::<Vec<_>>()
    };
    view! {
        <div class="coverage-picture" aria-hidden="true">
            <div class="coverage-hours">{hours}</div>
            {rows}
        </div>
    }
}

#[component]
fn Day(at: usize, day: CoverageDay, name: String, now: Memo<Option<CoverageNow>>) -> impl IntoView {
    let span = |Span { from, to }: Span| {
        view! {
            <span
                class="coverage-span"
                style:inset-inline-start=percent(u32::from(from))
                style:inline-size=percent(u32::from(to - from))
            ></span>
        }
    };
    let minute = memo(move || now.get().filter(|now| now.day == at).map(|now| now.minute));
    let line = move || {
        minute.get().map(|minute| {
            view! { <span class="coverage-now" style:inset-inline-start=percent(u32::from(minute))></span> }
        })
    };
    view! {
        <span class="coverage-day" class:is-today=move || minute.get().is_some()>
            {name}
        </span>
        <span class="coverage-track">
            {day.spans.into_iter().map(span).collect::<Vec<_>>()} {line}
        </span>
    }
}

/// Formats a part of a day as a percentage with two decimals. It uses integers, because code that
/// formats floating-point numbers would enlarge the download.
fn percent(minutes: u32) -> String {
    let hundredths = minutes * 10_000 / MINUTES;
    let (whole, part) = (hundredths / 100, hundredths % 100);
    let zero = if part < 10 { "0" } else { "" };
    whole.to_string() + "." + zero + &part.to_string() + "%"
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn minutes_are_parts_of_a_day() {
        assert_eq!(percent(0), "0.00%");
        assert_eq!(percent(1), "0.06%");
        assert_eq!(percent(540), "37.50%");
        assert_eq!(percent(1440), "100.00%");
    }
}
