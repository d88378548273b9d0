//! Reads events whose type is unknown.
//!
//! The name of an event does not guarantee its type. A browser that autofills an address dispatches
//! a plain `Event("keydown")`, and any script can do the same for every name. wasm-bindgen trusts
//! the declared type, so reading a missing `key` throws through Rust frames and ends the portal.
//! Handlers therefore get an [`Event`], whose members every event has, and read the rest with the
//! functions of this module. These functions do not use `instanceof`, so they also read events of
//! another window.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DataTransfer, Event, Node};

/// Keys that select text when Shift is held.
const MOVES: [&str; 8] =
    ["ArrowDown", "ArrowLeft", "ArrowRight", "ArrowUp", "End", "Home", "PageDown", "PageUp"];

/// Wraps a handler for `on:`, so that it gets the event as a plain [`Event`] and not as the type
/// that the name suggests.
pub fn untyped<E: AsRef<Event>>(mut handler: impl FnMut(&Event) + 'static) -> impl FnMut(E) {
    move |event: E| handler(event.as_ref())
}

/// Returns the key of a press that the portal should handle, as `KeyboardEvent.key` names it.
/// Ctrl+Z and Cmd+Z are `Undo`.
///
/// Returns `None` for an event without a key and for a key that an input method is handling. It
/// also returns `None` for keys with Alt, Ctrl or Meta and for those that select text with Shift,
/// because the browser handles them.
pub fn pressed_key(event: &Event) -> Option<String> {
    let key = key_name(event)?;
    let is_held = |modifier: &str| property(event, modifier).is_truthy();
    // Safari ends a composition before it reports the key that ended it. Only `keyCode` 229 marks
    // that key.
    if is_composing(event) || property(event, "keyCode") == 229 || is_held("altKey") {
        return None;
    }
    if is_held("ctrlKey") || is_held("metaKey") {
        let is_undo = !is_held("shiftKey") && is_z(&key, event);
        return is_undo.then(|| "Undo".to_owned());
    }
    let selects = is_held("shiftKey") && MOVES.contains(&key.as_str());
    (!selects).then_some(key)
}

/// Returns the name of a key, whether or not a modifier is held.
pub(in crate::ui) fn key_name(event: &Event) -> Option<String> {
    property(event, "key").as_string()
}

/// Returns whether the event belongs to text that an input method is still composing.
pub(in crate::ui) fn is_composing(event: &Event) -> bool {
    property(event, "isComposing").is_truthy()
}

/// Returns the text of the control that handles the event.
pub(in crate::ui) fn typed_text(event: &Event) -> Option<String> {
    property(event.current_target()?.as_ref(), "value").as_string()
}

/// Returns the text that the user pastes or drops.
pub(in crate::ui) fn inserted_text(event: &Event) -> Option<String> {
    // Without data, reading returns an error and does not throw.
    let text = |source| property(event, source).unchecked_into::<DataTransfer>().get_data("text");
    text("clipboardData").or_else(|_| text("dataTransfer")).ok()
}

/// Returns the element that receives the focus which a `focusout` reports as lost.
pub(in crate::ui) fn next_focus(event: &Event) -> Option<Node> {
    property(event, "relatedTarget").dyn_into().ok()
}

/// Returns whether the key is Z. Layouts without Latin letters report another letter, so for those
/// the key's position decides.
fn is_z(key: &str, event: &Event) -> bool {
    if key.is_ascii() { key.eq_ignore_ascii_case("z") } else { property(event, "code") == "KeyZ" }
}

fn property(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}
