//! Points out hours that cover the same time as others. Advice: overlaps are allowed.

use leptos::prelude::*;
use partner_portal_contract::coverage::EntryIndex;

use super::hours_action::HoursAction;
use crate::{
    i18n::{Text, joined, use_i18n},
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

/// What an hours entry overlaps with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HoursOverlaps {
    /// Entries of the same schedule.
    pub hours: Vec<OverlappingHours>,
    /// The places of other schedules, counted from 0.
    pub schedules: Vec<usize>,
}

impl HoursOverlaps {
    /// Those of the entry at `own` among `others`; `mergeable` gives the id of an entry of the same
    /// schedule that it can be merged with.
    pub fn new(
        own: EntryIndex,
        others: impl Iterator<Item = EntryIndex>,
        mergeable: impl Fn(usize) -> Option<u32>,
    ) -> Self {
        let mut overlaps = Self::default();
        for other in others {
            if other.schedule == own.schedule {
                let place = other.hours;
                overlaps.hours.push(OverlappingHours { place, mergeable: mergeable(place) });
            } else if !overlaps.schedules.contains(&other.schedule) {
                overlaps.schedules.push(other.schedule);
            }
        }
        overlaps
    }

    fn is_empty(&self) -> bool {
        self.hours.is_empty() && self.schedules.is_empty()
    }
}

/// Says what the entry `hours_id` overlaps with, and offers to merge where that is possible.
#[component]
pub fn OverlapAdvice(
    hours_id: u32,
    overlaps: Signal<HoursOverlaps>,
    on_action: Callback<HoursAction>,
) -> impl IntoView {
    let i18n = use_i18n();
    let numbers = move |places: &[usize]| {
        let numbers: Vec<_> = places.iter().map(|place| (place + 1).to_string()).collect();
        joined(i18n.locale(), &numbers)
    };
    let sentence = move |overlaps: &HoursOverlaps| {
        let hours: Vec<_> = overlaps.hours.iter().map(|it| it.place).collect();
        let mut sentences = Vec::new();
        if !hours.is_empty() {
            sentences.push(i18n.with(Text::OverlapHours, &[("number", &numbers(&hours))]));
        }
        if !overlaps.schedules.is_empty() {
            let schedules = numbers(&overlaps.schedules);
            sentences.push(i18n.with(Text::OverlapSchedules, &[("number", &schedules)]));
        }
        sentences.join(" ")
    };
    let merge = move |other: &OverlappingHours| {
        let id = other.mergeable?;
        let number = (other.place + 1).to_string();
        let press = Callback::new(move |()| on_action.run(HoursAction::Merge(hours_id, id)));
        Some(view! {
            <Button kind=ButtonKind::Quiet on_press=press>
                {move || i18n.with(Text::MergeHours, &[("number", &number)])}
            </Button>
        })
    };
    move || {
        overlaps.with(|overlaps| {
            (!overlaps.is_empty()).then(|| {
                view! {
                    <div class="overlap-advice">
                        <Icon name=IconName::Info />
                        <span>{sentence(overlaps)}</span>
                        {overlaps.hours.iter().find_map(merge)}
                    </div>
                }
            })
        })
    }
}
