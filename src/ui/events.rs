//! Reading events whose type is unknown.
//!
//! The name of an event does not promise its type: a browser that fills in an address dispatches a
//! plain `Event("keydown")`, and any script can do the same for every name. wasm-bindgen trusts the
//! declared type, so reading a `key` that is missing throws through Rust frames and ends the portal.
//! Handlers therefore get an [`Event`], whose members every event has, and read the rest here.
//! The functions need no `instanceof`, so events of another window count as well.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DataTransfer, Event, Node};

/// Keys that select text when Shift is held.
const MOVES: [&str; 8] =
    ["ArrowDown", "ArrowLeft", "ArrowRight", "ArrowUp", "End", "Home", "PageDown", "PageUp"];

/// Wraps a handler for `on:`, so that it gets the event without the type that its name suggests.
pub fn untyped<E: AsRef<Event>>(mut handler: impl FnMut(&Event) + 'static) -> impl FnMut(E) {
    move |event: E| handler(event.as_ref())
}

/// Returns the key of a press that is the portal's to handle, as `KeyboardEvent.key` names it;
/// Ctrl+Z and Cmd+Z are `Undo`.
///
/// Returns `None` for an event without a key and for a key that an input method has. It also does
/// for keys with Alt, Ctrl or Meta, and for those that select with Shift: they are the browser's.
pub fn pressed_key(event: &Event) -> Option<String> {
    let key = key_name(event)?;
    let is_held = |modifier: &str| property(event, modifier).is_truthy();
    // Safari ends a composition before the key that ended it, and marks that key by its code alone.
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

/// Returns the name of a key, whatever is held with it.
pub(in crate::ui) fn key_name(event: &Event) -> Option<String> {
    property(event, "key").as_string()
}

/// Whether the event belongs to a text that an input method is still composing.
pub(in crate::ui) fn is_composing(event: &Event) -> bool {
    property(event, "isComposing").is_truthy()
}

/// Returns the text of the control that handles the event.
pub(in crate::ui) fn typed_text(event: &Event) -> Option<String> {
    property(event.current_target()?.as_ref(), "value").as_string()
}

/// Returns the text that is pasted or dropped.
pub(in crate::ui) fn inserted_text(event: &Event) -> Option<String> {
    // Reading fails, and does not throw, where there is no data.
    let text = |source| property(event, source).unchecked_into::<DataTransfer>().get_data("text");
    text("clipboardData").or_else(|_| text("dataTransfer")).ok()
}

/// Returns what gets the focus that a `focusout` takes.
pub(in crate::ui) fn next_focus(event: &Event) -> Option<Node> {
    property(event, "relatedTarget").dyn_into().ok()
}

/// Whether the key is Z where it is pressed: layouts without Latin letters name another letter.
fn is_z(key: &str, event: &Event) -> bool {
    if key.is_ascii() { key.eq_ignore_ascii_case("z") } else { property(event, "code") == "KeyZ" }
}

fn property(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}
