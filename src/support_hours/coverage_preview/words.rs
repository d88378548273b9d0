//! The picture for those who do not see it: each day and its hours.

use leptos::prelude::*;
use partner_portal_contract::coverage::{Coverage, CoverageDay};

use crate::{
    i18n::{I18n, Text, joined, t, use_i18n, weekday_names},
    support_hours::hours_text::span_text,
};

/// A list of the seven days.
#[component]
pub fn CoverageWords(coverage: Signal<Option<Coverage>>) -> impl IntoView {
    let i18n = use_i18n();
    let days = Memo::new(move |_| {
        coverage.with(|it| it.as_ref().map(|it| it.days.clone()).unwrap_or_default())
    });
    let lines = move || {
        let names = weekday_names(i18n.locale());
        let line = |day: &CoverageDay| view! { <li>{day_text(i18n, &names, day)}</li> };
        days.with(|days| days.iter().map(line).collect::<Vec<_>>())
    };
    view! {
        <ul class="visually-hidden" aria-label=t(Text::CoverageTitle)>
            {lines}
        </ul>
    }
}

fn day_text(i18n: I18n, names: &[(String, String)], day: &CoverageDay) -> String {
    let name = names[day.day as usize].1.clone();
    let spans: Vec<_> = day.spans.iter().map(|it| span_text(i18n, it.from, it.to)).collect();
    let spans = if spans.is_empty() {
        i18n.text(Text::LegendClosed)
    } else {
        joined(i18n.locale(), &spans)
    };
    name + ": " + &spans
}
