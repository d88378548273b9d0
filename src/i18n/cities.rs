//! The names of the time zones' cities in the current language. Each language has its own file,
//! because the names are needed only where a time zone is shown.

use js_sys::{Function, Promise, Reflect};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{I18n, Locale};

/// The city names loaded so far.
#[derive(Clone, Copy)]
pub struct Cities {
    load: StoredValue<Function, LocalStorage>,
    asked: StoredValue<Vec<Locale>>,
    /// For each language, a JavaScript object that maps zone names to city names.
    names: RwSignal<Vec<(Locale, JsValue)>, LocalStorage>,
}

impl Cities {
    /// Creates an empty set of names. `load` takes a language tag and returns a promise of the
    /// parsed file.
    pub fn new(load: Function) -> Self {
        Self {
            load: StoredValue::new_local(load),
            asked: StoredValue::default(),
            names: RwSignal::new_local(Vec::new()),
        }
    }

    /// Loads a language's names once. Without them, cities keep the names of their zones.
    fn ask(self, locale: Locale) {
        if self.asked.with_value(|asked| asked.contains(&locale)) {
            return;
        }
        self.asked.update_value(|asked| asked.push(locale));
        let load = self.load.with_value(|load| load.call1(&JsValue::NULL, &locale.tag().into()));
        let Some(promise) = load.ok().and_then(|it| it.dyn_into::<Promise>().ok()) else { return };
        spawn_local(async move {
            let Ok(names) = JsFuture::from(promise).await else { return };
            // The portal may no longer be mounted.
            let _ = self.names.try_update(|all| all.push((locale, names)));
        });
    }
}

/// Returns the name of a zone's city in the current language. Returns `None` if it equals the name
/// in the zone, or while the names are loading.
pub fn city_name(i18n: I18n, time_zone: &str) -> Option<String> {
    let locale = i18n.locale();
    i18n.cities.ask(locale);
    i18n.cities.names.with(|names| {
        let (_, names) = names.iter().find(|(of, _)| *of == locale)?;
        Reflect::get(names, &time_zone.into()).ok()?.as_string()
    })
}
