//! Switches the portal to another language at once.

use leptos::{html, prelude::*, task::spawn_local};
use partner_portal_contract::language::Language;

use crate::{
    i18n::{LanguageSwitch, Text, t, use_i18n},
    ui::{Button, LiveRegion, Notice, NoticeKind, Select, focus_by_id},
};

/// Shows the language menu. `id` differs between the top bar and the modal.
///
/// The menu keeps the focus and announces the new language. If a language cannot be loaded, a
/// notice beside the menu offers *Retry*.
#[component]
pub fn LanguageSelect(id: &'static str) -> impl IntoView {
    let i18n = use_i18n();
    let switch = move |language: Language| spawn_local(i18n.switch(language));
    let choose = move |tag: String| {
        if let Some(language) = Language::parse(&tag) {
            switch(language);
        }
    };
    let options = Language::ALL.map(|it| (it.tag().to_owned(), it.native_name().to_owned()));
    let sentence = move |text: Text, language: Language| {
        i18n.with(text, &[("language", language.native_name())])
    };
    let said = Signal::derive(move || match i18n.last_switch() {
        LanguageSwitch::None => String::new(),
        LanguageSwitch::UnderWay => i18n.text(Text::Loading),
        LanguageSwitch::Shown(language) => sentence(Text::LanguageShown, language),
        LanguageSwitch::Failed(language) => sentence(Text::LanguageNotLoaded, language),
    });
    let around = NodeRef::<html::Div>::new();
    let failure = move || {
        let LanguageSwitch::Failed(language) = i18n.last_switch() else { return None };
        let retry = move |()| {
            // Moves the focus first, because the button is removed together with the notice.
            if let Some(around) = around.get_untracked() {
                focus_by_id(&around, id);
            }
            switch(language);
        };
        let title = Signal::derive(move || sentence(Text::LanguageNotLoaded, language));
        Some(view! {
            <div class="language-failure" node_ref=around>
                <Notice kind=NoticeKind::Danger title>
                    <Button on_press=Callback::new(retry)>{t(Text::Retry)}</Button>
                </Notice>
            </div>
        })
    };
    view! {
        <Select
            id
            label=t(Text::Language)
            options=Signal::stored(options.to_vec())
            value=Signal::derive(move || i18n.language().tag().to_owned())
            in_own_languages=true
            on_change=Callback::new(choose)
        />
        <LiveRegion message=said />
        {failure}
    }
}
