//! Reads the clock, and sleeps.

use std::cell::{Cell, RefCell};

use futures_channel::oneshot;
use gloo_timers::callback::Timeout;

/// A pending [`sleep`]. Dropping `_sender` wakes the sleeper; dropping `_timeout` cancels the
/// browser's timer.
struct Sleeper {
    number: u32,
    _timeout: Timeout,
    _sender: oneshot::Sender<()>,
}

thread_local! {
    // An instance of this module never serves two portals at once, so all sleepers belong to its
    // portal.
    static SLEEPERS: RefCell<Vec<Sleeper>> = const { RefCell::new(Vec::new()) };
    static LAST: Cell<u32> = const { Cell::new(0) };
}

/// Waits for about so many milliseconds, or until the portal is unmounted.
pub async fn sleep(milliseconds: u32) {
    let number = LAST.get().wrapping_add(1);
    LAST.set(number);
    let (sender, woken) = oneshot::channel();
    let timeout = Timeout::new(milliseconds, move || {
        SLEEPERS.with_borrow_mut(|all| all.retain(|sleeper| sleeper.number != number));
    });
    let sleeper = Sleeper { number, _timeout: timeout, _sender: sender };
    SLEEPERS.with_borrow_mut(|all| all.push(sleeper));
    // Nothing is ever sent: dropping the sender ends the wait.
    let _ = woken.await;
}

/// Wakes all sleepers, because the portal is unmounted. They check for themselves whether it is.
pub fn wake_all() {
    SLEEPERS.take();
}

/// Returns the current time in whole seconds since 1970.
pub fn now() -> u64 {
    milliseconds() / 1_000
}

/// Returns the current time in whole milliseconds since 1970.
pub fn milliseconds() -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::disallowed_methods,
        reason = "the one door; no browser's clock is before 1970 or past 2^53 milliseconds"
    )]
    let milliseconds = js_sys::Date::now() as u64;
    milliseconds
}
