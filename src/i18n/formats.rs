//! A cache of the browser's `Intl` objects. Creating one takes up to 100 µs, and a form with many
//! hours formats hundreds of values.

use js_sys::{Array, Function, Map, Object, Reflect};
use leptos::prelude::*;
use partner_portal_contract::language::Language;
use wasm_bindgen::{JsCast, JsValue};

/// The options of an `Intl` object, by name.
pub(super) type Options<'a> = &'a [(&'a str, &'a str)];

/// Formats values in the language of the sentences, with the conventions of the user's region.
#[derive(Clone, Copy)]
pub struct Formats {
    /// The sentences' language with a region, such as "en-GB".
    tag: RwSignal<String>,
    tag_for: StoredValue<Function, LocalStorage>,
    made: StoredValue<Map, LocalStorage>,
}

impl Formats {
    /// Creates formats for a language. `tag_for` takes the language's tag and returns the tag for
    /// formatting.
    pub fn new(language: Language, tag_for: Function) -> Self {
        let formats = Self {
            tag: RwSignal::default(),
            tag_for: StoredValue::new_local(tag_for),
            made: StoredValue::new_local(Map::new()),
        };
        formats.set_language(language);
        formats
    }

    /// Creates formats without `Intl`, for a view that is rendered without a browser.
    #[cfg(feature = "ssr")]
    pub fn absent() -> Self {
        Self {
            tag: RwSignal::default(),
            tag_for: StoredValue::new_local(JsValue::UNDEFINED.unchecked_into()),
            made: StoredValue::new_local(JsValue::UNDEFINED.unchecked_into()),
        }
    }

    /// Switches to another language.
    pub(super) fn set_language(self, language: Language) {
        let own = language.tag();
        let tag = self.tag_for.with_value(|tag_for| tag_for.call1(&JsValue::NULL, &own.into()));
        self.tag.set(tag.ok().and_then(|tag| tag.as_string()).unwrap_or_else(|| own.to_owned()));
    }

    /// Formats a whole number with the language's separators, such as "10,000".
    pub(super) fn number(self, count: usize) -> String {
        if cfg!(feature = "ssr") {
            return count.to_string();
        }
        self.write("NumberFormat", &[], "format", &[count.into()])
    }

    /// Returns the current tag for formatting.
    pub(super) fn tag(self) -> String {
        self.tag.get()
    }

    /// Returns the `Intl` object of a class. Fails if the browser lacks the class or, for example,
    /// the requested time zone.
    pub(super) fn object(self, class: &str, options: Options) -> Result<JsValue, JsValue> {
        let tag = self.tag();
        let mut key = tag.clone() + " " + class;
        for (name, value) in options {
            key = key + " " + name + "=" + value;
        }
        let key = JsValue::from(key);
        let known = self.made.with_value(|made| made.get(&key));
        if !known.is_undefined() {
            return Ok(known);
        }
        let made = new_object(&tag, class, options)?;
        self.made.with_value(|all| all.set(&key, &made));
        Ok(made)
    }

    /// Calls a method of the `Intl` object of a class.
    pub(super) fn call_method(
        self,
        class: &str,
        options: Options,
        method: &str,
        arguments: &[JsValue],
    ) -> Result<JsValue, JsValue> {
        let object = self.object(class, options)?;
        // Some methods are getters of bound functions, others need their object. This works for
        // both.
        let method: Function = Reflect::get(&object, &method.into())?.dyn_into()?;
        method.apply(&object, &arguments.iter().collect::<Array>())
    }

    /// Returns the result of [`Self::call_method`] as text, or an empty text if the browser cannot format
    /// the value.
    pub(super) fn write(
        self,
        class: &str,
        options: Options,
        method: &str,
        arguments: &[JsValue],
    ) -> String {
        self.call_method(class, options, method, arguments)
            .ok()
            .and_then(|text| text.as_string())
            .unwrap_or_default()
    }
}

/// Creates an `Intl` object through reflection, so that an exception becomes an error.
pub(super) fn new_object(tag: &str, class: &str, options: Options) -> Result<JsValue, JsValue> {
    let given = Object::new();
    for (name, value) in options {
        Reflect::set(&given, &(*name).into(), &(*value).into())?;
    }
    let intl = Reflect::get(&js_sys::global(), &"Intl".into())?;
    let class: Function = Reflect::get(&intl, &class.into())?.dyn_into()?;
    Reflect::construct(&class, &Array::of2(&tag.into(), &given))
}
