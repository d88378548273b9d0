//! Observes when the page may have missed changes.

use std::{cell::Cell, rc::Rc};

use super::{
    clock::now,
    page_life::{listen, on_seen},
    ticker::tick_while_seen,
};

/// The interval in milliseconds at which the clock is compared with the timer.
const TICK: u32 = 10_000;
/// The limit in seconds above which a late timer shows that the machine was asleep.
const LATEST_TICK: u64 = 30;

/// Runs `react` whenever the page may have missed changes: it becomes visible, the network is back,
/// or the machine was asleep while the page was visible. Ends with the current owner.
pub fn on_return(react: impl Fn() + Clone + 'static) {
    let (online, awake) = (react.clone(), react.clone());
    listen("online", move |_| online());
    let last = Rc::new(Cell::new(now()));
    on_seen({
        let last = Rc::clone(&last);
        move || {
            // The next tick is late because the page was hidden. Resetting the time avoids a second
            // reaction.
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
