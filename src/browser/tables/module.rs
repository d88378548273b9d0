//! Calls the module `crates/tables`.

use std::rc::Rc;

use js_sys::{Array, Function, JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The loaded module `crates/tables`.
#[derive(Clone)]
pub struct Tables(Rc<JsValue>);

impl Tables {
    pub(super) fn new(module: JsValue) -> Self {
        Self(Rc::new(module))
    }

    /// Calls an exported function of the module. Returns `None` if the function returns no text.
    pub(super) fn call(&self, function: &str, text: &str) -> Option<String> {
        let function: Function = Reflect::get(&self.0, &function.into()).ok()?.dyn_into().ok()?;
        let arguments = Array::of1(&JsString::from(text));
        function.apply(&JsValue::UNDEFINED, &arguments).ok()?.as_string()
    }
}
