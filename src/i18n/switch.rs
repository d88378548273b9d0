//! Another language while somebody works: only the sentences change, and the present ones stay until
//! the others have come.

use leptos::prelude::*;

use super::{I18n, Locale};

/// What became of the last wish for another language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LanguageSwitch {
    /// Nobody has asked for another one.
    None,
    /// Its sentences are on their way.
    UnderWay,
    /// It is shown.
    Shown(Locale),
    /// Its sentences could not be fetched, and the one before is still shown.
    Failed(Locale),
}

impl I18n {
    /// What became of the last wish for another language.
    pub fn last_switch(self) -> LanguageSwitch {
        self.switch.get()
    }

    /// Fetches another locale and shows it everywhere; keeps the present one when that fails, or when
    /// a later wish came in between.
    pub async fn switch(self, locale: Locale) {
        // The host may have unmounted the portal right after its wish.
        let Some(last) = self.wishes.try_get_value() else { return };
        let wish = last.wrapping_add(1);
        self.wishes.set_value(wish);
        self.switch.set(LanguageSwitch::UnderWay);
        let loader = self.loader.get_value();
        let messages = loader.load(locale).await;
        // The portal may have been unmounted meanwhile; then there is no last wish.
        if self.wishes.try_get_value() != Some(wish) {
            return;
        }
        match messages {
            Some(messages) => {
                self.formats.follow(locale);
                self.messages.set(messages);
                self.locale.set(locale);
                self.switch.set(LanguageSwitch::Shown(locale));
            }
            None => self.switch.set(LanguageSwitch::Failed(locale)),
        }
    }
}
