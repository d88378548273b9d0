//! The ways out of the modal: another environment, language or account, sign out.

use leptos::prelude::*;

use super::{
    account_menu::AccountMenu, environment_switch::EnvironmentSwitch,
    language_select::LanguageSelect,
};

/// The ways out.
#[component]
pub fn Exits() -> impl IntoView {
    view! {
        <EnvironmentSwitch />
        <LanguageSelect id="modal-language" />
        <AccountMenu />
    }
}
