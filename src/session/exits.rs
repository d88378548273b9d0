//! Shows the exits of the modal: another environment, language or account, and *Sign out*.

use leptos::prelude::*;

use super::{
    account_menu::AccountMenu, environment_switch::EnvironmentSwitch,
    language_select::LanguageSelect,
};

/// Shows the exits.
#[component]
pub fn Exits() -> impl IntoView {
    view! {
        <EnvironmentSwitch />
        <LanguageSelect id="modal-language" />
        <AccountMenu />
    }
}
