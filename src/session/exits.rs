//! The ways out of the modal: another environment, language or account, sign out. Their code comes with
//! the portal around the modal, which has them too.

use std::rc::Rc;

use leptos::{
    prelude::*,
    wasm_split::{SplitLoaderError, wasm_split},
};

use super::{
    account_menu::AccountMenu, environment_switch::EnvironmentSwitch,
    language_select::LanguageSelect,
};
use crate::deferred::{Build, deferred};

#[wasm_split(portal, wasm_split_path = ::leptos::wasm_split, fallible)]
fn exits_chunk() -> Result<fn() -> AnyView, SplitLoaderError> {
    Ok(|| {
        view! {
            <EnvironmentSwitch />
            <LanguageSelect id="modal-language" />
            <AccountMenu />
        }
        .into_any()
    })
}

/// The exits, as soon as the code is there.
pub fn deferred_exits() -> AnyView {
    deferred(1, || {
        Box::pin(async {
            let exits = exits_chunk().await?;
            Ok(Rc::new(exits) as Build)
        })
    })
}
