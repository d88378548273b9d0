//! Shows whether support is available now, and when that changes.

use leptos::prelude::*;
use partner_portal_contract::coverage::Coverage;

use crate::{
    i18n::{Text, moment_soon, relative_time, use_i18n},
    reactive::memo,
    support_hours::week::Week,
    ui::{Badge, BadgeKind},
};

/// The current status as text.
#[component]
pub fn CoverageStatus(week: Week, coverage: Signal<Option<Coverage>>) -> impl IntoView {
    let i18n = use_i18n();
    let state = memo(move || {
        coverage.with(|it| it.as_ref().map_or((false, None), |it| (it.is_open, it.changes_at)))
    });
    let is_open = move || state.get().0;
    let badge = Signal::derive(move || {
        i18n.text(if is_open() { Text::CoverageOpen } else { Text::CoverageClosed })
    });
    let kind =
        Signal::derive(move || if is_open() { BadgeKind::Success } else { BadgeKind::Neutral });
    let next = move || {
        let (is_open, changes_at) = state.get();
        let Some(at) = changes_at else {
            return if is_open { i18n.text(Text::CoverageAlways) } else { String::new() };
        };
        let when = relative_time(i18n, at.saturating_sub(week.now.get()).cast_signed());
        let time = moment_soon(i18n, &week.shown_zone(), at, week.now.get());
        let sentence = if is_open { Text::CoverageCloses } else { Text::CoverageOpens };
        i18n.with(sentence, &[("when", &when), ("time", &time)])
    };
    view! {
        <p class="coverage-status">
            <Badge text=badge kind />
            <span>{next}</span>
        </p>
    }
}
