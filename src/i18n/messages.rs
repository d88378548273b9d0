//! The sentences of one language, as the loader fetches them.

use std::rc::Rc;

use js_sys::{Function, Promise, Reflect};
use partner_portal_contract::language::Language;
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::Text;

/// A JavaScript array with an entry for each [`Text`]: a sentence, or an object with a sentence for
/// each plural category. It stays a JavaScript value, because parsing it into a Rust map would cost
/// code and time before the first view.
#[derive(Clone)]
pub struct Messages {
    array: JsValue,
    /// The sentence for each [`Text`], used instead of the array where there is no JavaScript.
    #[cfg(feature = "ssr")]
    fixed: Vec<String>,
}

impl Messages {
    /// Wraps the parsed file of a language.
    pub fn new(array: JsValue) -> Self {
        Self {
            array,
            #[cfg(feature = "ssr")]
            fixed: Vec::new(),
        }
    }

    /// Wraps sentences for a view that is rendered without a browser, in the order of
    /// [`Text::ALL`].
    #[cfg(feature = "ssr")]
    pub fn fixed(sentences: Vec<String>) -> Self {
        Self { array: JsValue::UNDEFINED, fixed: sentences }
    }

    /// Returns a sentence.
    pub(super) fn get(&self, text: Text) -> String {
        #[cfg(feature = "ssr")]
        if let Some(sentence) = self.fixed.get(text.index() as usize) {
            return sentence.clone();
        }
        // The build refuses a file that lacks a sentence. If one is missing anyway, an empty text
        // is better than a crash.
        self.entry(text).as_string().unwrap_or_default()
    }

    /// Returns a sentence in a plural category. If the file lacks the category that the browser
    /// chose, returns the general form.
    pub(super) fn get_plural(&self, text: Text, category: &str) -> String {
        let forms = self.entry(text);
        let form = |category: &str| Reflect::get(&forms, &category.into()).ok()?.as_string();
        form(category).or_else(|| form("other")).unwrap_or_default()
    }

    fn entry(&self, text: Text) -> JsValue {
        Reflect::get_u32(&self.array, text.index()).unwrap_or_default()
    }
}

/// Loads the sentences of a language.
#[derive(Clone)]
pub struct MessagesLoader(SendWrapper<Rc<Function>>);

impl MessagesLoader {
    /// Creates a loader from `load`, which takes a language tag and returns a promise of the parsed
    /// file.
    pub fn new(load: Function) -> Self {
        Self(SendWrapper::new(Rc::new(load)))
    }

    /// Returns the sentences, or `None` if they cannot be loaded now.
    pub(super) async fn load(&self, language: Language) -> Option<Messages> {
        let promise = self.0.call1(&JsValue::UNDEFINED, &language.tag().into()).ok()?;
        let promise: Promise = promise.dyn_into().ok()?;
        JsFuture::from(promise).await.ok().map(Messages::new)
    }
}
