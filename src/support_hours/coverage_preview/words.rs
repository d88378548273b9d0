//! The text version of the picture for screen readers: each day and its hours.

use leptos::prelude::*;
use partner_portal_contract::coverage::{Coverage, CoverageDay, Span};

use crate::{
    i18n::{I18n, Text, joined, t, use_i18n, weekday_names},
    reactive::memo,
    support_hours::hours_text::span_text,
};

/// The length of a day in minutes, which is the largest end of a span.
const DAY: u16 = 24 * 60;

/// A list of the seven days, visible only to screen readers.
#[component]
pub fn CoverageWords(coverage: Signal<Option<Coverage>>) -> impl IntoView {
    let i18n = use_i18n();
    let days =
        memo(move || coverage.with(|it| it.as_ref().map(|it| it.days.clone()).unwrap_or_default()));
    let lines = move || {
        let names = weekday_names(i18n);
        let line = |day: &CoverageDay| view! { <li>{day_text(i18n, &names, day)}</li> };
        days.with(|days| days.iter().map(line).collect::<Vec<_>>())
    };
    view! {
        <ul role="list" class="visually-hidden" aria-label=t(Text::CoverageTitle)>
            {lines}
        </ul>
    }
}

fn day_text(i18n: I18n, names: &[(String, String)], day: &CoverageDay) -> String {
    let name = names[day.day as usize].1.clone();
    let span = |it: &Span| span_text(i18n, it.from, it.to);
    let spans = match day.spans.as_slice() {
        [] => i18n.text(Text::LegendClosed),
        [Span { from: 0, to: DAY }] => i18n.text(Text::PresetAroundTheClock),
        spans => joined(i18n, &spans.iter().map(span).collect::<Vec<_>>()),
    };
    name + ": " + &spans
}
