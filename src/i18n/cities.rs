//! What the cities of the time zones are called in the language of the sentences. A file of its own
//! for each language, because only somebody who sees a time zone needs it.

use js_sys::{Function, Promise, Reflect};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{I18n, Locale};

/// The names of cities, as far as they are there.
#[derive(Clone, Copy)]
pub struct Cities {
    load: StoredValue<Function, LocalStorage>,
    asked: StoredValue<Vec<Locale>>,
    /// For each language an object from the name of a zone to its city.
    names: RwSignal<Vec<(Locale, JsValue)>, LocalStorage>,
}

impl Cities {
    /// `load` takes a tag and returns a promise of the parsed file.
    pub fn new(load: Function) -> Self {
        Self {
            load: StoredValue::new_local(load),
            asked: StoredValue::default(),
            names: RwSignal::new_local(Vec::new()),
        }
    }

    /// Fetches a language's names, once; without them cities are called as their zones.
    fn ask(self, locale: Locale) {
        if self.asked.with_value(|asked| asked.contains(&locale)) {
            return;
        }
        self.asked.update_value(|asked| asked.push(locale));
        let load = self.load.with_value(|load| load.call1(&JsValue::NULL, &locale.tag().into()));
        let Some(promise) = load.ok().and_then(|it| it.dyn_into::<Promise>().ok()) else { return };
        spawn_local(async move {
            let Ok(names) = JsFuture::from(promise).await else { return };
            // The portal may have been unmounted meanwhile.
            let _ = self.names.try_update(|all| all.push((locale, names)));
        });
    }
}

/// The city of a zone in the language of the sentences; `None` where it is called as the zone, and
/// while the names are on their way.
pub fn city_name(i18n: I18n, time_zone: &str) -> Option<String> {
    let locale = i18n.locale();
    i18n.cities.ask(locale);
    i18n.cities.names.with(|names| {
        let (_, names) = names.iter().find(|(of, _)| *of == locale)?;
        Reflect::get(names, &time_zone.into()).ok()?.as_string()
    })
}
