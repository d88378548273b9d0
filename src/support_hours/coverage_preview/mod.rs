//! The preview of the week that all schedules make together: a picture, the current status, and a
//! text version.

mod clock_change;
mod picture;
mod status;
mod words;

use leptos::{html, prelude::*};
use partner_portal_contract::coverage::Coverage;

use super::{control_ids, week::Week, zone_label::zone_label};
use crate::{
    i18n::{Text, hours_amount, t, use_i18n},
    reactive::memo,
    ui::{Button, Notice, NoticeKind, Skeleton, ToggleGroup, ToggleOption, focus_by_id},
};
use clock_change::ClockChangeNotice;
use picture::CoveragePicture;
use status::CoverageStatus;
use words::CoverageWords;

/// The loading status of the tables, which hold the time zone rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TablesStatus {
    /// The tables are loading.
    Loading,
    /// The tables are loaded.
    Ready,
    /// The tables could not be loaded. The user can try again.
    Failed,
}

/// The preview of the week of support. `retry` loads the tables again.
#[component]
pub fn CoveragePreview(
    week: Week,
    tables_status: Signal<TablesStatus>,
    retry: Callback<()>,
) -> impl IntoView {
    let node = NodeRef::<html::Section>::new();
    // The button is about to be removed, so the focus moves to the place of the picture.
    let retry = Callback::new(move |()| {
        if let Some(node) = node.get_untracked() {
            focus_by_id(&node, control_ids::COVERAGE);
        }
        retry.run(());
    });
    let is_empty = memo(move || {
        week.coverage.with(|it| it.as_ref().is_some_and(|it| it.minutes_per_week == 0))
    });
    let is_ready = memo(move || week.coverage.with(Option::is_some));
    let content = move || match (tables_status.get(), is_ready.get()) {
        (TablesStatus::Failed, _) => view! {
            <Notice kind=NoticeKind::Danger title=t(Text::LoadFailed)>
                <Button on_press=retry>{t(Text::Retry)}</Button>
            </Notice>
        }
        .into_any(),
        (_, false) => view! { <Skeleton lines=7 label=t(Text::Loading) /> }.into_any(),
        _ if is_empty.get() => view! { <p class="hint">{t(Text::CoverageEmpty)}</p> }.into_any(),
        _ => view! { <Picture week /> }.into_any(),
    };
    view! {
        <section
            class="coverage"
            id=control_ids::COVERAGE
            node_ref=node
            aria-label=t(Text::CoverageTitle)
        >
            <h3 class="coverage-title">{t(Text::CoverageTitle)}</h3>
            {content}
        </section>
    }
}

/// The content of the preview once there are hours.
#[component]
fn Picture(week: Week) -> impl IntoView {
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
