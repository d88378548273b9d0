//! A timer that repeats while the page is visible.

use std::{cell::RefCell, rc::Rc};

use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use super::page_life::{is_page_hidden, on_hidden, on_seen};

/// Runs `tick` repeatedly while the page is visible, each time `pause` milliseconds after the last
/// run, and at once when the page becomes visible. A hidden page has no timer. Ends with the
/// current owner.
pub fn tick_while_seen(pause: impl Fn() -> u32 + 'static, tick: impl Fn() + 'static) {
    let ticker =
        Ticker { pause: Box::new(pause), tick: Box::new(tick), timeout: RefCell::default() };
    // This is the only strong reference, so the timer ends with the owner.
    let ticker = StoredValue::new_local(Rc::new(ticker));
    let with = move |act: fn(&Rc<Ticker>)| {
        let ticker = ticker.try_with_value(Rc::clone);
        if let Some(ticker) = ticker {
            act(&ticker);
        }
    };
    if !is_page_hidden() {
        with(Ticker::begin);
    }
    on_hidden(move || with(Ticker::stop));
    on_seen(move || with(Ticker::tick));
}

struct Ticker {
    pause: Box<dyn Fn() -> u32>,
    tick: Box<dyn Fn()>,
    /// The browser's timer; dropping it cancels it.
    timeout: RefCell<Option<Timeout>>,
}

impl Ticker {
    fn begin(self: &Rc<Self>) {
        let ticker = Rc::downgrade(self);
        let timeout = Timeout::new((self.pause)(), move || {
            if let Some(ticker) = ticker.upgrade() {
                ticker.tick();
            }
        });
        self.timeout.replace(Some(timeout));
    }

    fn tick(self: &Rc<Self>) {
        (self.tick)();
        self.begin();
    }

    fn stop(self: &Rc<Self>) {
        self.timeout.take();
    }
}
