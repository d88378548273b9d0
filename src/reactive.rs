//! Memos and effects whose code is downloaded once.
//!
//! `Memo::new` and `Effect::new` are compiled anew for each closure. The functions of this module are
//! compiled once for each type of value, because they box the closure first.

use leptos::prelude::*;

/// Creates a memo of what `value` returns.
pub fn memo<T>(value: impl Fn() -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    boxed_memo(Box::new(value))
}

fn boxed_memo<T>(value: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| value())
}

/// Runs `react` after the next change of what it reads, and once at the start.
pub fn effect(react: impl FnMut() + 'static) {
    boxed_effect(Box::new(react));
}

fn boxed_effect(react: Box<dyn FnMut()>) {
    Effect::new(react);
}

/// Returns a signal that notifies only when `source` yields a different value. It lags `source` by
/// one effect run, in the same frame. Code that writes back what it reads must read `source`
/// itself.
///
/// When a dependency of a memo changes, everything that reads the memo has to check again, even if
/// the memo's own value stays the same. Hundreds of controls read the errors of a whole form. These
/// checks took longer than all other work of a keystroke.
pub fn distinct<T>(source: impl Fn() -> T + 'static) -> ReadSignal<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    boxed_distinct(Box::new(source))
}

fn boxed_distinct<T>(source: Box<dyn Fn() -> T>) -> ReadSignal<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let value = RwSignal::new(untrack(&source));
    effect(move || {
        let now = source();
        if value.with_untracked(|value| *value != now) {
            value.set(now);
        }
    });
    value.read_only()
}
