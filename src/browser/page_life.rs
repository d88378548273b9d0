//! The page goes out of sight, comes back, and is kept for the browser's Back button.

use std::cell::Cell;
use std::time::Duration;

use js_sys::Reflect;
use leptos::prelude::*;
use web_sys::Event;

use super::now;

/// How often the clock is compared with the timer, in seconds.
const TICK: u64 = 10;
/// A timer that comes later than this, in seconds, was held up by the machine's sleep.
const LATEST_TICK: u64 = 30;

/// Runs `react` whenever the page may be gone for good: another tab or program is in front, or the
/// page is left. Only what `react` begins at once is done. Ends with the current owner.
pub fn on_leaving(react: impl Fn() + Clone + 'static) {
    let hidden = react.clone();
    listen("visibilitychange", move |_| {
        if document().hidden() {
            hidden();
        }
    });
    listen("pagehide", move |_| react());
}

/// Runs `react` whenever the page may have missed something: it comes into sight, the network is
/// back, or the machine has slept. Ends with the current owner.
pub fn on_return(react: impl Fn() + Clone + 'static) {
    let (online, awake) = (react.clone(), react.clone());
    listen("online", move |_| online());
    listen("visibilitychange", move |_| {
        if !document().hidden() {
            react();
        }
    });
    let last = Cell::new(now());
    let tick = move || {
        let is_late = now() > last.replace(now()) + LATEST_TICK;
        // Browsers hold timers of hidden pages up, and such a page comes into sight later.
        if is_late && !document().hidden() {
            awake();
        }
    };
    if let Ok(timer) = set_interval_with_handle(tick, Duration::from_secs(TICK)) {
        on_cleanup(move || timer.clear());
    }
}

/// Runs `store` when the page is put into the back/forward cache, and `restore` when it comes out of
/// it. Ends with the current owner.
pub fn on_page_cache(store: impl Fn() + 'static, restore: impl Fn() + 'static) {
    listen("pagehide", move |event| {
        if is_persisted(&event) {
            store();
        }
    });
    listen("pageshow", move |event| {
        if is_persisted(&event) {
            restore();
        }
    });
}

/// Whether the page is kept. An event that a script dispatches may say nothing of it.
fn is_persisted(event: &Event) -> bool {
    Reflect::get(event, &"persisted".into()).is_ok_and(|persisted| persisted.is_truthy())
}

fn listen(name: &'static str, react: impl Fn(Event) + 'static) {
    let listener = window_event_listener_untyped(name, react);
    on_cleanup(move || listener.remove());
}
