//! The sentences of one locale, as the loader fetched them.

use std::rc::Rc;

use js_sys::{Function, Promise, Reflect};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::Locale;

/// A JavaScript object from keys to sentences. It stays on JavaScript's side: parsing it into a
/// map of ours would cost code and time before the first view.
#[derive(Clone)]
pub struct Messages(JsValue);

impl Messages {
    /// The parsed JSON file of a locale.
    pub fn new(object: JsValue) -> Self {
        Self(object)
    }

    /// The sentence of that key. A missing one shows its key: visible in review, never a crash.
    pub(super) fn get(&self, key: &str) -> String {
        Reflect::get(&self.0, &key.into())
            .ok()
            .and_then(|sentence| sentence.as_string())
            .unwrap_or_else(|| key.to_owned())
    }
}

/// Fetches the sentences of a locale.
#[derive(Clone)]
pub struct MessagesLoader(SendWrapper<Rc<Function>>);

impl MessagesLoader {
    /// `load` takes a tag and returns a promise of the parsed file.
    pub fn new(load: Function) -> Self {
        Self(SendWrapper::new(Rc::new(load)))
    }

    /// The sentences, or `None` when they cannot be fetched now.
    pub(super) async fn load(&self, locale: Locale) -> Option<Messages> {
        let promise = self.0.call1(&JsValue::UNDEFINED, &locale.tag().into()).ok()?;
        let promise: Promise = promise.dyn_into().ok()?;
        JsFuture::from(promise).await.ok().map(Messages::new)
    }
}
