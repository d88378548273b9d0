//! The sign-in link, which the administrator can pass on by other means.

use leptos::{html, prelude::*, task::spawn_local};

use crate::{
    browser::copy_text,
    i18n::{Text, t, use_i18n},
    ui::{Button, LiveRegion},
};

const LINK_ID: &str = "sign-in-link";

/// Shows the link and a button that copies it.
#[component]
pub fn SignInLink(url: String) -> impl IntoView {
    let i18n = use_i18n();
    let input = NodeRef::<html::Input>::new();
    let result = RwSignal::new(None::<Text>);
    let link = StoredValue::new(url.clone());
    let copy = move |()| {
        spawn_local(async move {
            let is_copied = copy_text(&link.get_value()).await;
            if !is_copied && let Some(input) = input.try_get_untracked().flatten() {
                input.select();
            }
            let text = if is_copied { Text::LinkCopied } else { Text::LinkNotCopied };
            let _ = result.try_set(Some(text));
        });
    };
    let message =
        Signal::derive(move || result.get().map(|text| i18n.text(text)).unwrap_or_default());
    view! {
        <div class="field">
            <label class="field-label" for=LINK_ID>{t(Text::SignInLink)}</label>
            <div class="link-row">
                <input
                    node_ref=input
                    class="input"
                    id=LINK_ID
                    type="text"
                    dir="ltr"
                    readonly
                    aria-describedby="sign-in-link-hint"
                    value=url
                />
                <Button on_press=Callback::new(copy)>{t(Text::CopyLink)}</Button>
            </div>
            <p class="field-hint" id="sign-in-link-hint">{t(Text::SignInLinkHint)}</p>
            <p class="field-hint">{message}</p>
            <LiveRegion message />
        </div>
    }
}
