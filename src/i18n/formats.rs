//! The browser's `Intl` objects for the way in which values are written here. Each is made once:
//! making one takes up to 100 µs, and a form with many hours writes hundreds of values.

use js_sys::{Array, Function, Map, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use super::Locale;

/// What an `Intl` object is asked for, by name.
pub(super) type Options<'a> = &'a [(&'a str, &'a str)];

/// How values are written: in the language of the sentences, as in the reader's part of the world.
#[derive(Clone, Copy)]
pub struct Formats {
    /// The sentences' locale with a region, such as "en-GB".
    tag: RwSignal<String>,
    tag_for: StoredValue<Function, LocalStorage>,
    made: StoredValue<Map, LocalStorage>,
}

impl Formats {
    /// `tag_for` takes the tag of a locale and returns the one to write values by.
    pub fn new(locale: Locale, tag_for: Function) -> Self {
        let formats = Self {
            tag: RwSignal::default(),
            tag_for: StoredValue::new_local(tag_for),
            made: StoredValue::new_local(Map::new()),
        };
        formats.follow(locale);
        formats
    }

    /// Formats without `Intl`, for a view that is rendered without a browser.
    #[cfg(feature = "ssr")]
    pub fn absent() -> Self {
        Self {
            tag: RwSignal::default(),
            tag_for: StoredValue::new_local(JsValue::UNDEFINED.unchecked_into()),
            made: StoredValue::new_local(JsValue::UNDEFINED.unchecked_into()),
        }
    }

    /// Values are written for another locale from now on.
    pub(super) fn follow(self, locale: Locale) {
        let own = locale.tag();
        let tag = self.tag_for.with_value(|tag_for| tag_for.call1(&JsValue::NULL, &own.into()));
        self.tag.set(tag.ok().and_then(|tag| tag.as_string()).unwrap_or_else(|| own.to_owned()));
    }

    /// The tag by which values are written now.
    pub(super) fn tag(self) -> String {
        self.tag.get()
    }

    /// The `Intl` object of a class. An error where the browser lacks the class or, for example,
    /// the time zone that it is to be for.
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

    /// What a method of the `Intl` object of a class answers.
    pub(super) fn ask(
        self,
        class: &str,
        options: Options,
        method: &str,
        arguments: &[JsValue],
    ) -> Result<JsValue, JsValue> {
        let object = self.object(class, options)?;
        // Some are getters of bound functions, the others need their object: this does for both.
        let method: Function = Reflect::get(&object, &method.into())?.dyn_into()?;
        method.apply(&object, &arguments.iter().collect::<Array>())
    }

    /// The same as a text; empty where the browser cannot write it.
    pub(super) fn write(
        self,
        class: &str,
        options: Options,
        method: &str,
        arguments: &[JsValue],
    ) -> String {
        self.ask(class, options, method, arguments)
            .ok()
            .and_then(|text| text.as_string())
            .unwrap_or_default()
    }
}

/// A new `Intl` object, where an exception can be caught.
pub(super) fn new_object(tag: &str, class: &str, options: Options) -> Result<JsValue, JsValue> {
    let given = Object::new();
    for (name, value) in options {
        Reflect::set(&given, &(*name).into(), &(*value).into())?;
    }
    let intl = Reflect::get(&js_sys::global(), &"Intl".into())?;
    let class: Function = Reflect::get(&intl, &class.into())?.dyn_into()?;
    Reflect::construct(&class, &Array::of2(&tag.into(), &given))
}
