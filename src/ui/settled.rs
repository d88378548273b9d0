//! A signal that notifies its readers only when its value differs.
//!
//! When a dependency of a memo changes, everything that reads the memo has to check again, even if
//! the memo's own value stays the same. Hundreds of controls read the errors of a whole form. These
//! checks took longer than all other work of a keystroke.

use leptos::prelude::*;

/// Returns a signal that notifies only when `source` yields a different value. It lags `source` by
/// one effect run, in the same frame. Code that writes back what it reads must read `source`
/// itself.
pub fn settled<T>(source: impl Fn() -> T + 'static) -> Signal<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    follow(Box::new(source))
}

/// Compiled once for each type of value instead of once for each source, to keep the download
/// small.
fn follow<T>(source: Box<dyn Fn() -> T>) -> Signal<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let value = RwSignal::new(untrack(&source));
    Effect::new(move |_| {
        let now = source();
        if value.with_untracked(|value| *value != now) {
            value.set(now);
        }
    });
    value.into()
}
