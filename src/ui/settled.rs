//! A value that wakes its readers only when it is another one.
//!
//! A memo asks everybody behind it to look again whenever something before it changes, even when
//! its own value turns out to be the same. Behind a whole form's errors stand hundreds of controls,
//! and looking again took longer than everything else that a keystroke does.

use leptos::prelude::*;

/// Follows `source`. A change arrives with the effects of the step that made it, in the same frame;
/// who writes by what it reads must read `source` itself.
pub fn settled<T>(source: impl Fn() -> T + 'static) -> Signal<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    follow(Box::new(source))
}

/// Once for each type of value, not for each source: the code is downloaded.
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
