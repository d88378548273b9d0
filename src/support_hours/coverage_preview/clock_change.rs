//! Shows when a clock change shifts the hours of the preview.

use leptos::prelude::*;
use partner_portal_contract::coverage::Coverage;

use crate::{
    i18n::{Text, hours_amount, moment_with_date, use_i18n},
    reactive::memo,
    support_hours::zone_label::zone_label,
    ui::{Icon, IconName},
};

/// The notice of the next clock change. It is empty if no clock changes within a year.
#[component]
pub fn ClockChangeNotice(coverage: Signal<Option<Coverage>>) -> impl IntoView {
    let i18n = use_i18n();
    let change = memo(move || coverage.with(|it| it.as_ref()?.clock_change.clone()));
    move || {
        change.get().map(|change| {
            let forward = change.minutes > 0;
            let sentence = if forward { Text::ClockForward } else { Text::ClockBack };
            let date = moment_with_date(i18n, "UTC", change.shown_before);
            let amount = hours_amount(i18n, change.minutes.unsigned_abs());
            let zone = zone_label(i18n, &change.time_zone);
            let values = [("date", &*date), ("zone", &*zone), ("amount", &*amount)];
            view! {
                <p class="clock-change muted">
                    <Icon name=IconName::Clock />
                    <span>{i18n.with(sentence, &values)}</span>
                </p>
            }
        })
    }
}
