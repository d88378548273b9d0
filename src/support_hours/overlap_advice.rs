//! Points out hours that cover the same time as others of their schedule. Advice: overlaps are
//! allowed, and those between schedules are what several teams are for.

use leptos::prelude::*;

use super::hours_action::HoursAction;
use crate::{
    i18n::{Text, joined, number, use_i18n},
    ui::{Button, ButtonKind, Icon, IconName},
};

/// An entry of the same schedule that overlaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OverlappingHours {
    /// Its place among the hours, counted from 0.
    pub place: usize,
    /// Its id, when both can be written as one entry.
    pub mergeable: Option<u32>,
}

/// Says what the entry `hours_id` overlaps with, and offers to merge where that is possible.
#[component]
pub fn OverlapAdvice(
    hours_id: u32,
    overlaps: Signal<Vec<OverlappingHours>>,
    on_action: Callback<HoursAction>,
) -> impl IntoView {
    let i18n = use_i18n();
    let sentence = move |overlaps: &[OverlappingHours]| {
        let numbers: Vec<_> = overlaps.iter().map(|it| number(i18n, it.place + 1)).collect();
        i18n.with(Text::OverlapHours, &[("number", &joined(i18n, &numbers))])
    };
    let merge = move |other: &OverlappingHours| {
        let id = other.mergeable?;
        let place = other.place + 1;
        let press = Callback::new(move |()| on_action.run(HoursAction::Merge(hours_id, id)));
        Some(view! {
            <Button kind=ButtonKind::Quiet on_press=press>
                {move || i18n.with(Text::MergeHours, &[("number", &number(i18n, place))])}
            </Button>
        })
    };
    move || {
        overlaps.with(|overlaps| {
            (!overlaps.is_empty()).then(|| {
                view! {
                    <div class="hours-advice">
                        <Icon name=IconName::Info />
                        <span>{sentence(overlaps)}</span>
                        {overlaps.iter().find_map(merge)}
                    </div>
                }
            })
        })
    }
}
