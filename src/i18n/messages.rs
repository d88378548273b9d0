//! The sentences of one locale, as the loader fetched them.

use std::rc::Rc;

use js_sys::{Function, Promise, Reflect};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{Locale, Text};

/// A JavaScript array with an entry for each [`Text`]: a sentence, or an object with a sentence for
/// each plural category. It stays on JavaScript's side: parsing it into a map of ours would cost code
/// and time before the first view.
#[derive(Clone)]
pub struct Messages {
    array: JsValue,
    /// A sentence for each [`Text`], in place of the array where there is no JavaScript.
    #[cfg(feature = "ssr")]
    fixed: Vec<String>,
}

impl Messages {
    /// The parsed file of a locale.
    pub fn new(array: JsValue) -> Self {
        Self {
            array,
            #[cfg(feature = "ssr")]
            fixed: Vec::new(),
        }
    }

    /// Sentences for a view that is rendered without a browser, in the order of [`Text::ALL`].
    #[cfg(feature = "ssr")]
    pub fn fixed(sentences: Vec<String>) -> Self {
        Self { array: JsValue::UNDEFINED, fixed: sentences }
    }

    /// A sentence.
    pub(super) fn get(&self, text: Text) -> String {
        #[cfg(feature = "ssr")]
        if let Some(sentence) = self.fixed.get(text.index() as usize) {
            return sentence.clone();
        }
        // The build refuses a file that lacks a sentence; silence is better than a crash all the same.
        self.entry(text).as_string().unwrap_or_default()
    }

    /// A sentence in a plural category; in the general one where the browser knows a category that
    /// the file does not have.
    pub(super) fn get_plural(&self, text: Text, category: &str) -> String {
        let forms = self.entry(text);
        let form = |category: &str| Reflect::get(&forms, &category.into()).ok()?.as_string();
        form(category).or_else(|| form("other")).unwrap_or_default()
    }

    fn entry(&self, text: Text) -> JsValue {
        Reflect::get_u32(&self.array, text.index()).unwrap_or_default()
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
