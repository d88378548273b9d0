//! Parses the options of `mount`. They come from the loader, which has checked the host's own
//! options.

use js_sys::{Function, Object, Reflect};
use partner_portal_contract::{Environment, language::Language};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::EventTarget;

use crate::{config::Chrome, ui::FirstView};

/// The options of `mount`.
pub(super) struct Options {
    pub(super) api_base: String,
    pub(super) base_path: String,
    pub(super) account_id: Option<String>,
    pub(super) environment: Option<Environment>,
    pub(super) language: Language,
    pub(super) chrome: Chrome,
    /// The address to start at, if the host keeps the history.
    pub(super) path: Option<String>,
    /// Receives each new address, and `true` if it replaces the current one. `None` if the portal
    /// keeps the history.
    pub(super) on_navigate: Option<Function>,
    /// The early reads: URLs mapped to promises of responses.
    pub(super) early: Object,
    /// The first view, if the loader has drawn it.
    pub(super) first_view: Option<FirstView>,
    /// The sentences of `language`.
    pub(super) messages: JsValue,
    /// Sends requests with the host's tokens, if it has any.
    pub(super) authorised: Option<Function>,
    /// Fetches the sentences of another language.
    pub(super) load_messages: Function,
    /// Returns the language tag by which values are formatted in a language.
    pub(super) format_locale: Function,
    /// Fetches the names of cities in a language.
    pub(super) load_cities: Function,
    /// Fetches the large tables.
    pub(super) load_tables: Function,
    /// The target on which events are dispatched.
    pub(super) host: EventTarget,
}

impl Options {
    /// Reads the options.
    ///
    /// # Errors
    /// A `TypeError` that names a missing or wrong option.
    pub(super) fn read(options: &JsValue) -> Result<Self, JsValue> {
        let text = |name| text(options, name);
        Ok(Self {
            api_base: text("apiBase").ok_or_else(|| wrong("apiBase"))?,
            base_path: text("basePath").ok_or_else(|| wrong("basePath"))?,
            account_id: text("accountId"),
            environment: text("environment").and_then(|name| Environment::parse(&name)),
            language: text("locale").and_then(|tag| Language::parse(&tag)).unwrap_or_default(),
            chrome: if text("chrome").as_deref() == Some("none") {
                Chrome::None
            } else {
                Chrome::Full
            },
            path: text("path"),
            on_navigate: get(options, "tellHost").dyn_into().ok(),
            authorised: get(options, "authorised").dyn_into().ok(),
            early: object(options, "early")?,
            first_view: Some(get(options, "firstView"))
                .filter(JsValue::is_object)
                .map(JsCast::unchecked_into),
            messages: get(options, "messages"),
            load_messages: object(options, "loadMessages")?,
            format_locale: object(options, "formatLocale")?,
            load_cities: object(options, "loadCities")?,
            load_tables: object(options, "loadTables")?,
            host: object(options, "host")?,
        })
    }
}

/// Returns an option that is a string, if present.
pub(super) fn text(options: &JsValue, name: &str) -> Option<String> {
    get(options, name).as_string()
}

fn get(options: &JsValue, name: &str) -> JsValue {
    Reflect::get(options, &name.into()).unwrap_or_default()
}

fn object<T: JsCast>(options: &JsValue, name: &str) -> Result<T, JsValue> {
    get(options, name).dyn_into().map_err(|_| wrong(name))
}

fn wrong(name: &str) -> JsValue {
    js_sys::TypeError::new(&("partner-portal: option ".to_owned() + name)).into()
}
