//! The current language and its sentences, for components.

use leptos::prelude::*;
use partner_portal_contract::language::Language;

use super::{
    cities::Cities,
    formats::Formats,
    language_switch::LanguageSwitch,
    messages::{Messages, MessagesLoader},
    plural_category::plural_category,
    text::Text,
};
use crate::turns::Turns;

/// The active language and its sentences.
#[derive(Clone, Copy)]
pub struct I18n {
    pub(super) language: RwSignal<Language>,
    pub(super) messages: RwSignal<Messages, LocalStorage>,
    pub(super) loader: StoredValue<MessagesLoader>,
    pub(super) formats: Formats,
    pub(super) cities: Cities,
    pub(super) switch: RwSignal<LanguageSwitch>,
    /// The requested language changes. Only the result of the last one is used.
    pub(super) changes: Turns,
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
        fill(sentence.replace("{count}", &self.formats.number(count)), values)
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
