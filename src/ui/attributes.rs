//! Converts between props and attributes, for several components.

use leptos::html::Input;

use crate::reactive::effect;
use leptos::prelude::*;

/// Returns the text of an ARIA state that must always be present.
pub(in crate::ui) const fn true_or_false(state: bool) -> &'static str {
    if state { "true" } else { "false" }
}

/// Returns an attribute's value: `true`, or none so that the attribute is absent.
pub(in crate::ui) fn true_or_absent(state: Signal<bool>) -> impl Fn() -> Option<&'static str> {
    move || state.get().then_some("true")
}

/// Returns an attribute's value: the text, or none if the text is empty, so that the attribute is
/// absent.
pub(in crate::ui) fn text_or_absent(text: Signal<String>) -> impl Fn() -> Option<String> {
    move || Some(text.get()).filter(|text| !text.is_empty())
}

/// Returns whether the component of an input still exists. Removing a focused element, or closing
/// the dialog around it, fires `blur` after the signals and callbacks of the component are gone.
pub(in crate::ui) fn is_mounted(input: NodeRef<Input>) -> bool {
    input.try_get_untracked().flatten().is_some()
}

/// Keeps an input's text equal to a signal. It writes only when they differ, because writing moves
/// the caret to the end.
pub(in crate::ui) fn bind_value(input: NodeRef<Input>, value: Signal<String>) {
    effect(move || {
        let value = value.get();
        if let Some(input) = input.get()
            && input.value() != value
        {
            input.set_value(&value);
        }
    });
}
