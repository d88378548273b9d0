//! The current language, its sentences, and the formatting of values.
//!
//! Sentences live in `locales/*.json`, one file per language, keyed by the variants of [`Text`]. The
//! loader fetches only the active one. This module does not depend on the API or on components.

mod cities;
mod collation;
mod error_texts;
mod format;
mod formats;
mod hours_format;
mod messages;
mod plural_category;
mod search_form;
mod switch;
mod text;
mod user_texts;
mod week_start;
mod zone_names;

use leptos::prelude::*;
use partner_portal_contract::language::Language;

pub use cities::{Cities, city_name};
pub use collation::collated;
pub use error_texts::field_error_sentence;
pub use format::{date_time, joined, kilobytes, number, time, weekday_names};
pub use formats::Formats;
pub use hours_format::{
    clock_hour, clock_range, clock_time, day_periods, hours_amount, moment_soon, moment_with_date,
    relative_time, shows_twelve_hours,
};
pub use messages::{Messages, MessagesLoader};
pub use search_form::search_form;
pub use switch::LanguageSwitch;
pub use text::Text;
pub use user_texts::{role_can_text, role_text, user_state_text};
pub use week_start::first_day_of_week;
pub use zone_names::{country_name, viewer_time_zone, zone_name, zone_search_names};

use crate::turns::Turns;
use plural_category::plural_category;

/// The active language and its sentences.
#[derive(Clone, Copy)]
pub struct I18n {
    language: RwSignal<Language>,
    messages: RwSignal<Messages, LocalStorage>,
    loader: StoredValue<MessagesLoader>,
    formats: Formats,
    cities: Cities,
    switch: RwSignal<LanguageSwitch>,
    /// The requested language changes. Only the result of the last one is used.
    changes: Turns,
}

impl I18n {
    /// Returns the active language.
    pub fn language(self) -> Language {
        self.language.get()
    }

    /// Returns a sentence.
    pub fn text(self, text: Text) -> String {
        self.messages.with(|messages| messages.get(text))
    }

    /// Returns a sentence with values in its `{placeholders}`.
    pub fn with(self, text: Text, values: &[(&str, &str)]) -> String {
        fill(self.text(text), values)
    }

    /// Returns a sentence in the plural form that `count` needs, with `{count}` filled in.
    pub fn plural(self, text: Text, count: usize, values: &[(&str, &str)]) -> String {
        if cfg!(feature = "ssr") {
            // The plural category of a count is known only in the browser.
            return slot(text.key());
        }
        let category = plural_category(self.language(), count);
        let sentence = self.messages.with(|messages| messages.get_plural(text, &category));
        fill(sentence.replace("{count}", &number(self, count)), values)
    }
}

/// Returns the placeholder of a value that the loader fills into a view that was rendered without a
/// browser.
pub(crate) fn slot(name: &str) -> String {
    ["{{", name, "}}"].concat()
}

fn fill(mut sentence: String, values: &[(&str, &str)]) -> String {
    for (name, value) in values {
        // First-strong isolates keep a value of the other direction from reordering the sentence.
        sentence = sentence
            .replace(&("{".to_owned() + name + "}"), &("\u{2068}".to_owned() + value + "\u{2069}"));
    }
    sentence
}

/// Provides the language to every component.
pub fn provide_i18n(
    language: Language,
    messages: Messages,
    loader: MessagesLoader,
    formats: Formats,
    cities: Cities,
) -> I18n {
    let i18n = I18n {
        language: RwSignal::new(language),
        messages: RwSignal::new_local(messages),
        loader: StoredValue::new(loader),
        formats,
        cities,
        switch: RwSignal::new(LanguageSwitch::None),
        changes: Turns::default(),
    };
    provide_context(i18n);
    i18n
}

/// Returns the language.
///
/// # Panics
/// Panics outside the portal.
pub fn use_i18n() -> I18n {
    expect_context()
}

/// Returns a signal of a sentence, which follows changes of the language.
pub fn t(text: Text) -> Signal<String> {
    let i18n = use_i18n();
    Signal::derive(move || i18n.text(text))
}
