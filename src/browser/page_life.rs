//! The page goes out of sight, comes back, and is kept for the browser's Back button.

use std::{cell::Cell, rc::Rc};

use js_sys::Reflect;
use leptos::prelude::*;
use web_sys::Event;

use super::{now, ticker::tick_while_seen};

/// How often the clock is compared with the timer, in milliseconds.
const TICK: u32 = 10_000;
/// A timer that comes later than this, in seconds, was held up by the machine's sleep.
const LATEST_TICK: u64 = 30;

/// Whether the page is out of sight: another tab or program is in front.
pub fn is_page_hidden() -> bool {
    document().hidden()
}

/// Runs `react` whenever the page goes out of sight. Ends with the current owner.
pub fn on_hidden(react: impl Fn() + 'static) {
    listen("visibilitychange", move |_| {
        if is_page_hidden() {
            react();
        }
    });
}

/// Runs `react` whenever the page comes into sight. Ends with the current owner.
pub fn on_seen(react: impl Fn() + 'static) {
    listen("visibilitychange", move |_| {
        if !is_page_hidden() {
            react();
        }
    });
}

/// Runs `react` whenever the page may be gone for good: another tab or program is in front, or the
/// page is left. Only what `react` begins at once is done. Ends with the current owner.
pub fn on_leaving(react: impl Fn() + Clone + 'static) {
    on_hidden(react.clone());
    listen("pagehide", move |_| react());
}

/// Runs `react` whenever the page may have missed something: it comes into sight, the network is
/// back, or the machine has slept while the page was in sight. Ends with the current owner.
pub fn on_return(react: impl Fn() + Clone + 'static) {
    let (online, awake) = (react.clone(), react.clone());
    listen("online", move |_| online());
    let last = Rc::new(Cell::new(now()));
    on_seen({
        let last = Rc::clone(&last);
        move || {
            // The tick that follows is late because the page was hidden: one reaction is enough.
            last.set(now());
            react();
        }
    });
    tick_while_seen(
        || TICK,
        move || {
            let is_late = now() > last.replace(now()) + LATEST_TICK;
            if is_late {
                awake();
            }
        },
    );
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
