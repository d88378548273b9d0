//! The options as the loader hands them over. The loader has checked what the host wrote; what is
//! read here was put together by the loader itself.

use js_sys::{Function, Object, Reflect};
use partner_portal_contract::Environment;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::EventTarget;

use crate::{config::Chrome, i18n::Locale, ui::FirstView};

/// What `mount` needs.
pub(super) struct Options {
    pub(super) api_base: String,
    pub(super) base_path: String,
    pub(super) account_id: Option<String>,
    pub(super) environment: Option<Environment>,
    pub(super) locale: Locale,
    pub(super) chrome: Chrome,
    /// The address to begin at, where the host keeps the history.
    pub(super) path: Option<String>,
    /// Takes an address and whether it replaces the present one, where the host keeps the history.
    pub(super) on_navigate: Option<Function>,
    /// Reads that are already under way: URL to promise of a response.
    pub(super) early: Object,
    /// What is drawn already.
    pub(super) first_view: Option<FirstView>,
    /// The sentences of `locale`.
    pub(super) messages: JsValue,
    /// Sends requests with the host's tokens, where it has any.
    pub(super) authorised: Option<Function>,
    /// Fetches the sentences of another locale.
    pub(super) load_messages: Function,
    /// Says by which tag values are written in a locale.
    pub(super) format_locale: Function,
    /// Fetches what cities are called in a locale.
    pub(super) load_cities: Function,
    /// Fetches the large tables.
    pub(super) load_tables: Function,
    /// Told when the app breaks, and in which file and line.
    pub(super) on_panic: Function,
    /// Where events are dispatched.
    pub(super) host: EventTarget,
}

impl Options {
    /// # Errors
    /// A `TypeError` that names the option.
    pub(super) fn read(options: &JsValue) -> Result<Self, JsValue> {
        let text = |name| text(options, name);
        Ok(Self {
            api_base: text("apiBase").ok_or_else(|| wrong("apiBase"))?,
            base_path: text("basePath").ok_or_else(|| wrong("basePath"))?,
            account_id: text("accountId"),
            environment: text("environment").and_then(|name| Environment::parse(&name)),
            locale: text("locale").and_then(|tag| Locale::parse(&tag)).unwrap_or(Locale::En),
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
            on_panic: object(options, "onPanic")?,
            host: object(options, "host")?,
        })
    }
}

/// An option that is a text, if it is there.
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
