//! The week of support that the schedules make together, kept up to date while the user types.

use leptos::{prelude::*, task::spawn_local};
use partner_portal_contract::{
    ReferenceData, ScheduleInput,
    coverage::{Coverage, Overlap},
};
use reactive_stores::Field;

use super::schedule_form::{ScheduleForm, schedule_inputs};
use crate::{
    browser::{Tables, now, sleep, tick_while_seen},
    i18n::{first_day_of_week, use_i18n, viewer_time_zone},
    reactive::{distinct, effect, memo},
    turns::Turns,
};

/// The zone that is offered besides the user's own.
const UTC: &str = "UTC";
/// The debounce time in milliseconds: the preview is updated after this pause in typing.
const PAUSE: u32 = 100;

/// The data of the preview, and the overlaps that the rows point out.
#[derive(Clone, Copy)]
pub struct Week {
    /// The coverage to show; `None` until the tables are loaded.
    pub coverage: Memo<Option<Coverage>>,
    /// The pairs of entries that cover the same time.
    pub overlaps: ReadSignal<Vec<Overlap>>,
    /// The current time in seconds since 1970, updated every minute while the page is visible.
    pub now: ReadSignal<u64>,
    /// True if the week is shown in UTC instead of the user's own zone.
    pub in_utc: RwSignal<bool>,
    /// The user's own time zone, or UTC if the tables lack it.
    pub own_zone: Memo<String>,
    answer: RwSignal<Option<Coverage>>,
}

impl Week {
    /// Creates the week of the schedules in the editor. It is updated after a pause in typing, and
    /// every minute.
    pub fn of(
        schedules: Field<Vec<ScheduleForm>>,
        tables: ReadSignal<Option<Tables>, LocalStorage>,
    ) -> Self {
        let i18n = use_i18n();
        let (moment, set_moment) = signal(now());
        let answer = RwSignal::new(None);
        let viewer_zone = viewer_time_zone();
        let own_zone = memo(move || {
            let is_known = |zone: &str| {
                tables.with(|tables| tables.as_ref().is_none_or(|it| it.time_zone(zone).is_some()))
            };
            known_or_utc(&viewer_zone, is_known)
        });
        let week = Self {
            coverage: memo(move || answer.get()),
            overlaps: distinct(move || {
                answer.with(|week: &Option<Coverage>| {
                    week.as_ref().map(|week| week.overlaps.clone()).unwrap_or_default()
                })
            }),
            now: moment,
            in_utc: RwSignal::new(false),
            own_zone,
            answer,
        };
        follow_clock(set_moment);
        let inputs = memo(move || schedules.with(|all| schedule_inputs(all)));
        let first_day = memo(move || first_day_of_week(i18n));
        let updates = Turns::default();
        effect(move || {
            inputs.track();
            first_day.track();
            week.in_utc.track();
            moment.track();
            tables.track();
            let turn = updates.begin();
            // The user waits for the first picture. Later updates must not delay a keystroke.
            let pause = if answer.with_untracked(Option::is_none) { 0 } else { PAUSE };
            spawn_local(async move {
                sleep(pause).await;
                // The editor was unmounted, or the input has changed again.
                if !turn.is_current() {
                    return;
                }
                let coverage = tables.with_untracked(|tables| {
                    let tables = tables.as_ref()?;
                    let (first_day, now) = (first_day.get_untracked(), moment.get_untracked());
                    let zone = untrack(|| week.shown_zone());
                    inputs.with_untracked(|it: &Vec<ScheduleInput>| {
                        tables.coverage(it, &zone, first_day, now)
                    })
                });
                week.answer.set(coverage);
            });
        });
        week
    }

    /// Returns the IANA name of the zone in which the week is shown.
    pub fn shown_zone(self) -> String {
        if self.in_utc.get() { UTC.to_owned() } else { self.own_zone.get() }
    }

    /// Returns whether the user's own zone differs from UTC, so that there is a choice.
    pub fn has_own_zone(self) -> bool {
        self.own_zone.with(|zone| !["", UTC, "Etc/UTC"].contains(&zone.as_str()))
    }
}

/// Returns the zone, or UTC if the zone is unknown. A browser may report a zone that the tables lack.
fn known_or_utc(zone: &str, is_known: impl Fn(&str) -> bool) -> String {
    if is_known(zone) { zone } else { UTC }.to_owned()
}

/// Updates the current time at the start of each minute while the page is visible.
fn follow_clock(set_moment: WriteSignal<u64>) {
    tick_while_seen(
        || until_next_minute(now()),
        move || {
            let _ = set_moment.try_set(now());
        },
    );
}

/// Returns the milliseconds from `now`, in seconds, to the start of the next minute.
fn until_next_minute(now: u64) -> u32 {
    u32::try_from(60 - now % 60).unwrap_or(60) * 1_000
}

#[cfg(test)]
mod tests {
    use super::{known_or_utc, until_next_minute};

    #[test]
    fn a_zone_that_the_tables_lack_is_replaced_by_utc() {
        let shown = |zone| known_or_utc(zone, |it| it == "Europe/Warsaw");
        assert_eq!(shown("Europe/Warsaw"), "Europe/Warsaw");
        assert_eq!(shown("Europe/Atlantis"), "UTC");
        assert_eq!(shown(""), "UTC");
    }

    #[test]
    fn the_next_minute_begins_within_sixty_seconds() {
        assert_eq!(until_next_minute(0), 60_000);
        assert_eq!(until_next_minute(61), 59_000);
        assert_eq!(until_next_minute(119), 1_000);
    }
}
