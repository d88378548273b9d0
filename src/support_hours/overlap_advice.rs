//! Points out hours that cover the same time as others of their schedule. This is only advice,
//! because overlaps are allowed. Overlaps between schedules are normal where several teams work.

use leptos::prelude::*;

use super::hours_action::HoursAction;
use crate::{
    i18n::{Text, joined, number, use_i18n},
    ui::{Button, ButtonKind, Icon, IconName},
};

/// An overlapping entry of the same schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OverlappingHours {
    /// The index of the entry in the list of hours, counted from 0.
    pub place: usize,
    /// The id of the entry, if both can be merged into one.
    pub mergeable: Option<u32>,
}

/// Names the entries that overlap with the entry `hours_id`, and offers to merge if possible.
#[component]
pub fn OverlapAdvice(
    hours_id: u32,
    overlaps: Memo<Vec<OverlappingHours>>,
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
