//! Changes the language while the portal is in use. Only the sentences change. The current ones
//! stay until the new ones are loaded.

use leptos::prelude::*;
use partner_portal_contract::language::Language;

use super::{I18n, LanguageSwitch};

impl I18n {
    /// Returns the result of the last language change.
    pub fn last_switch(self) -> LanguageSwitch {
        self.switch.get()
    }

    /// Loads another language and shows it everywhere. Keeps the current one if loading fails or if a
    /// later change was requested meanwhile.
    pub async fn switch(self, language: Language) {
        let change = self.changes.begin();
        self.switch.set(LanguageSwitch::UnderWay);
        let loader = self.loader.get_value();
        let messages = loader.load(language).await;
        if !change.is_current() {
            return;
        }
        match messages {
            Some(messages) => {
                self.formats.set_language(language);
                self.messages.set(messages);
                self.language.set(language);
                self.switch.set(LanguageSwitch::Shown(language));
            }
            None => self.switch.set(LanguageSwitch::Failed(language)),
        }
    }
}
