//! The names of the time zones' cities in the current language. Each language has its own file,
//! because the names are needed only where a time zone is shown.

use js_sys::{Function, Promise, Reflect};
use leptos::{prelude::*, task::spawn_local};
use partner_portal_contract::language::Language;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The city names loaded so far.
#[derive(Clone, Copy)]
pub struct Cities {
    load: StoredValue<Function, LocalStorage>,
    requested: StoredValue<Vec<Language>>,
    /// For each language, a JavaScript object that maps zone names to city names.
    names: RwSignal<Vec<(Language, JsValue)>, LocalStorage>,
}

impl Cities {
    /// Creates an empty set of names. `load` takes a language tag and returns a promise of the
    /// parsed file.
    pub fn new(load: Function) -> Self {
        Self {
            load: StoredValue::new_local(load),
            requested: StoredValue::default(),
            names: RwSignal::new_local(Vec::new()),
        }
    }

    /// Loads a language's names once. Without them, cities keep the names of their zones.
    fn load_once(self, language: Language) {
        if self.requested.with_value(|requested| requested.contains(&language)) {
            return;
        }
        self.requested.update_value(|requested| requested.push(language));
        let load = self.load.with_value(|load| load.call1(&JsValue::NULL, &language.tag().into()));
        let Some(promise) = load.ok().and_then(|it| it.dyn_into::<Promise>().ok()) else { return };
        spawn_local(async move {
            let Ok(names) = JsFuture::from(promise).await else { return };
            self.names.update(|all| all.push((language, names)));
        });
    }

    /// Returns the name of a zone's city in a language. Returns `None` if it equals the name in the
    /// zone, or while the names are loading.
    pub(super) fn name(self, language: Language, time_zone: &str) -> Option<String> {
        self.load_once(language);
        self.names.with(|names| {
            let (_, names) = names.iter().find(|(of, _)| *of == language)?;
            Reflect::get(names, &time_zone.into()).ok()?.as_string()
        })
    }
}
