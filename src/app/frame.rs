//! The element around everything that the portal draws.

use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::{
    i18n::use_i18n,
    navigation::Navigation,
    ui::{FocusKeeper, Listener},
};

/// Keeps language and direction of `container` right, follows the links in it, and keeps the focus in it
/// when what has the focus goes, for as long as the calling owner lives.
pub(super) fn frame(container: HtmlElement, navigation: Navigation) {
    let i18n = use_i18n();
    let clicks =
        Listener::attach(&container, "click", false, move |click| navigation.follow(&click));
    StoredValue::new_local((clicks, FocusKeeper::of(container.clone())));
    Effect::new(move || {
        let locale = i18n.locale();
        container.set_lang(locale.tag());
        container.set_dir(if locale.is_right_to_left() { "rtl" } else { "ltr" });
    });
}
