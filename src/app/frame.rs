//! Prepares the element that contains the whole portal.

use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::{
    i18n::use_i18n,
    navigation::Navigation,
    reactive::effect,
    ui::{FocusKeeper, Listener},
};

/// Keeps the language and direction of `container` up to date, handles clicks on links in it, and
/// keeps the focus in it when the focused element is removed. Ends with the calling owner.
pub(super) fn frame(container: HtmlElement, navigation: Navigation) {
    let i18n = use_i18n();
    let clicks =
        Listener::attach(&container, "click", false, move |click| navigation.follow(&click));
    StoredValue::new_local((clicks, FocusKeeper::of(container.clone())));
    effect(move || {
        let language = i18n.language();
        container.set_lang(language.tag());
        container.set_dir(if language.is_right_to_left() { "rtl" } else { "ltr" });
    });
}
