//! The ways out of the modal: another environment, language or account, sign out.

use leptos::prelude::*;

use super::{
    account_menu::AccountMenu, environment_switch::EnvironmentSwitch,
    language_select::LanguageSelect,
};
use crate::deferred::skeleton;

/// The ways out.
#[component]
pub fn Exits() -> impl IntoView {
    if cfg!(feature = "ssr") {
        // The first view has no control that cannot act yet.
        return skeleton(1);
    }
    view! {
        <EnvironmentSwitch />
        <LanguageSelect id="modal-language" />
        <AccountMenu />
    }
    .into_any()
}
