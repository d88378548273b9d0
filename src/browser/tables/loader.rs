//! Loads the tables.

use std::rc::Rc;

use js_sys::{Function, Promise};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::module::Tables;

/// Loads the tables once. After a failure they can be loaded again.
#[derive(Clone)]
pub struct TablesLoader(SendWrapper<Rc<Function>>);

impl TablesLoader {
    /// Creates a loader from `load`, which returns a promise of the module.
    pub fn new(load: Function) -> Self {
        Self(SendWrapper::new(Rc::new(load)))
    }

    /// Returns the tables, or `None` if they cannot be loaded now.
    pub async fn load(&self) -> Option<Tables> {
        let promise: Promise = self.0.call0(&JsValue::UNDEFINED).ok()?.dyn_into().ok()?;
        JsFuture::from(promise).await.ok().map(Tables::new)
    }
}
