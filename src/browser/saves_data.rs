//! Reads the browser's setting to save data.

use js_sys::Reflect;
use leptos::prelude::window;
use wasm_bindgen::JsValue;

/// Returns whether the user has asked the browser to save data. Firefox and Safari do not report
/// it.
pub fn saves_data() -> bool {
    let property = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).unwrap_or_default();
    let connection = property(&window().navigator(), "connection");
    property(&connection, "saveData").is_truthy()
}
