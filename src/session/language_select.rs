//! Shows the portal in another language, at once.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    i18n::{Locale, Text, t, use_i18n},
    ui::Select,
};

/// The language menu. `id` tells the one of the top bar from the one of the modal.
#[component]
pub fn LanguageSelect(id: &'static str) -> impl IntoView {
    let i18n = use_i18n();
    let choose = move |tag: String| {
        if let Some(locale) = Locale::parse(&tag) {
            spawn_local(i18n.switch(locale));
        }
    };
    let options = Locale::ALL.map(|it| (it.tag().to_owned(), it.native_name().to_owned()));
    view! {
        <Select
            id
            label=t(Text::Language)
            options=Signal::stored(options.to_vec())
            value=Signal::derive(move || i18n.locale().tag().to_owned())
            on_change=Callback::new(choose)
        />
    }
}
