//! The large reference tables. The loader fetches them as a second WebAssembly module, separate
//! from the first view.

use std::rc::Rc;

use js_sys::{Array, Function, JsString, Promise, Reflect};
use partner_portal_contract::{ReferenceData, reference_data::Domain};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

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
        JsFuture::from(promise).await.ok().map(|module| Tables(Rc::new(module)))
    }
}

/// The loaded module `crates/tables`.
#[derive(Clone)]
pub struct Tables(Rc<JsValue>);

impl Tables {
    pub(super) fn ask(&self, question: &str, text: &str) -> Option<String> {
        self.call(question, &Array::of1(&JsString::from(text)))
    }

    fn call(&self, question: &str, arguments: &Array) -> Option<String> {
        let function: Function = Reflect::get(&self.0, &question.into()).ok()?.dyn_into().ok()?;
        function.apply(&JsValue::UNDEFINED, arguments).ok()?.as_string()
    }
}

impl ReferenceData for Tables {
    fn time_zone(&self, name: &str) -> Option<String> {
        self.ask("time_zone", name)
    }

    fn domain(&self, domain: &str) -> Option<Domain> {
        let answer = self.ask("domain", domain)?;
        let (unicode, ascii) = answer.split_once('\n')?;
        Some(Domain { unicode: unicode.to_owned(), ascii: ascii.to_owned() })
    }

    fn nfc(&self, text: &str) -> String {
        self.ask("nfc", text).unwrap_or_else(|| text.to_owned())
    }

    fn nfkc(&self, text: &str) -> String {
        nfkc(text)
    }
}

/// Returns the tables. Without them, returns reference data that accepts every value that needs a
/// table, so that the other rules are checked while the tables load. The backend has the tables and
/// makes the final decision.
pub fn reference_data(tables: Option<&Tables>) -> &dyn ReferenceData {
    tables.map_or(&AssumedReferenceData, |tables| tables)
}

struct AssumedReferenceData;

impl ReferenceData for AssumedReferenceData {
    fn time_zone(&self, name: &str) -> Option<String> {
        Some(name.to_owned())
    }

    fn domain(&self, domain: &str) -> Option<Domain> {
        // Any valid host name works here, because only its ASCII form is checked further.
        Some(Domain { unicode: domain.to_owned(), ascii: "assumed.example".to_owned() })
    }

    fn nfc(&self, text: &str) -> String {
        text.to_owned()
    }

    fn nfkc(&self, text: &str) -> String {
        nfkc(text)
    }
}

/// Normalises with the browser's own tables. Here the result only affects why an address is
/// refused. The backend compares addresses itself.
fn nfkc(text: &str) -> String {
    JsString::from(text).normalize("NFKC").into()
}
