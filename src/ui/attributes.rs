//! Small conversions between props and attributes that several components share.

use leptos::html::Input;
use leptos::prelude::*;

/// The text of an ARIA state that must be present in both cases.
pub(in crate::ui) const fn true_or_false(state: bool) -> &'static str {
    if state { "true" } else { "false" }
}

/// An attribute that is present with the value `true` or absent.
pub(in crate::ui) fn true_or_absent(state: Signal<bool>) -> impl Fn() -> Option<&'static str> {
    move || state.get().then_some("true")
}

/// An attribute that is absent when its text is empty.
pub(in crate::ui) fn text_or_absent(text: Signal<String>) -> impl Fn() -> Option<String> {
    move || Some(text.get()).filter(|text| !text.is_empty())
}

/// Whether the component of an input still exists. Removing a focused element, or closing the
/// dialog around it, fires `blur` after the signals and callbacks of the component are gone.
pub(in crate::ui) fn is_mounted(input: NodeRef<Input>) -> bool {
    input.try_get_untracked().flatten().is_some()
}

/// Keeps an input's text equal to a signal, and writes only when they differ:
/// writing moves the caret to the end.
pub(in crate::ui) fn bind_value(input: NodeRef<Input>, value: Signal<String>) {
    Effect::new(move || {
        let value = value.get();
        if let Some(input) = input.get()
            && input.value() != value
        {
            input.set_value(&value);
        }
    });
}
