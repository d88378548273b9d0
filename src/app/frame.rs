//! The element around everything that the portal draws.

use leptos::{prelude::*, task::spawn_local};
use web_sys::HtmlElement;

use super::open_portal::focus_keeper_chunk;
use crate::{
    browser::idle,
    i18n::use_i18n,
    navigation::Navigation,
    ui::{Listener, focus_target},
};

/// Keeps language and direction of `container` right, follows the links in it, and keeps the focus in it
/// when what has the focus goes, for as long as the calling owner lives.
pub(super) fn frame(container: HtmlElement, navigation: Navigation) {
    let i18n = use_i18n();
    let focus_keeper = StoredValue::new_local(None);
    // What had the focus before its keeper comes.
    let focused = StoredValue::new_local(None);
    let clicks =
        Listener::attach(&container, "click", false, move |click| navigation.follow(&click));
    let focusins = Listener::attach(&container, "focusin", false, move |event| {
        focused.set_value(focus_target(&event));
    });
    StoredValue::new_local([clicks, focusins]);
    let around = container.clone();
    Effect::new(move || {
        let locale = i18n.locale();
        around.set_lang(locale.tag());
        around.set_dir(if locale.is_right_to_left() { "rtl" } else { "ltr" });
    });
    spawn_local(async move {
        idle().await;
        let Ok(keeper_of) = focus_keeper_chunk().await else { return };
        let Some(last) = focused.try_update_value(Option::take) else { return };
        let _ = focus_keeper.try_set_value(keeper_of(container, last));
    });
}
