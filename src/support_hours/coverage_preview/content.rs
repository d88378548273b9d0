//! The content of the preview once there are hours. It is a lazy chunk, because it needs the tables,
//! which come later than the form.

use std::rc::Rc;

use leptos::prelude::*;
use partner_portal_contract::coverage::Coverage;

use super::{
    clock_change::ClockChangeNotice, picture::CoveragePicture, status::CoverageStatus,
    words::CoverageWords,
};
use crate::{
    chunk::chunk,
    deferred::{Build, deferred},
    i18n::{Text, hours_amount, t, use_i18n},
    reactive::memo,
    support_hours::{week::Week, zone_label::zone_label},
    ui::{ToggleGroup, ToggleOption},
};

chunk! {
    fn content_chunk() -> fn(Week) -> AnyView, in coverage {
        |week| view! { <Content week /> }.into_any()
    }
}

/// Shows the content of the preview. Until its code has loaded, shows a skeleton of `lines` lines.
pub(super) fn deferred_content(week: Week, lines: usize) -> AnyView {
    deferred(lines, move || {
        Box::pin(async move {
            let content = content_chunk().await?;
            Ok(Rc::new(move || content(week)) as Build)
        })
    })
}

/// The status, the picture, its legend, and the same in words.
#[component]
fn Content(week: Week) -> impl IntoView {
    let i18n = use_i18n();
    // This component is mounted only while there is a coverage. The previous one is kept for the
    // frame in which the component is removed.
    let coverage = Memo::new(move |before: Option<&Option<Coverage>>| {
        week.coverage.get().or_else(|| before.cloned().flatten())
    });
    let per_week = move || {
        let minutes = coverage.with(|it| it.as_ref().map_or(0, |it| it.minutes_per_week));
        i18n.with(Text::CoveragePerWeek, &[("hours", &hours_amount(i18n, minutes))])
    };
    let legend = [
        ("coverage-key is-open", Text::LegendOpen),
        ("coverage-key", Text::LegendClosed),
        ("coverage-key is-now", Text::LegendNow),
    ];
    let legend = legend.map(|(class, text)| {
        view! {
            <span class="coverage-legend-entry">
                <span class=class></span>
                {t(text)}
            </span>
        }
    });
    let shown_zone = move || zone_label(i18n, &week.shown_zone());
    view! {
        <div class="coverage-head">
            <CoverageStatus week coverage=coverage.into() />
            <ZoneSwitch week />
        </div>
        <p class="coverage-facts muted">
            <span>{per_week}</span>
            <span>{shown_zone}</span>
        </p>
        <CoveragePicture coverage=coverage.into() />
        <div class="coverage-legend" aria-hidden="true">
            {legend}
        </div>
        <CoverageWords coverage=coverage.into() />
        <ClockChangeNotice coverage=coverage.into() />
    }
}

/// The choice between the user's own time zone and UTC.
#[component]
fn ZoneSwitch(week: Week) -> impl IntoView {
    let i18n = use_i18n();
    let options = memo(move || {
        let own = week.own_zone.with(|zone| zone_label(i18n, zone));
        vec![
            ToggleOption { value: 0, short: i18n.text(Text::YourTimeZone), long: own },
            ToggleOption { value: 1, short: "UTC".to_owned(), long: String::new() },
        ]
    });
    // The preview is shown only once the tables, and with them the zone, are known.
    untrack(|| week.has_own_zone()).then(|| {
        view! {
            <ToggleGroup
                id="coverage-zone"
                label=t(Text::CoverageZone)
                options
                pressed=Signal::derive(move || {
                    let in_utc = week.in_utc.get();
                    vec![!in_utc, in_utc]
                })
                on_toggle=Callback::new(move |value: usize| week.in_utc.set(value == 1))
            />
        }
    })
}
