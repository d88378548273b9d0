//! The ways out of the modal: another environment, language or account, sign out. Their code comes with
//! the portal around the modal, which has them too.

use std::rc::Rc;

use leptos::prelude::*;

use super::{
    account_menu::AccountMenu, environment_switch::EnvironmentSwitch,
    language_select::LanguageSelect,
};
use crate::{
    browser::idle,
    chunk::chunk,
    deferred::{Build, deferred},
};

chunk! {
    fn exits_chunk() -> fn() -> AnyView, in portal {
        || {
        view! {
            <EnvironmentSwitch />
            <LanguageSelect id="modal-language" />
            <AccountMenu />
        }
        .into_any()
    }
    }
}

/// The exits, as soon as the code is there.
pub fn deferred_exits() -> AnyView {
    deferred(1, || {
        Box::pin(async {
            idle().await;
            let exits = exits_chunk().await?;
            Ok(Rc::new(exits) as Build)
        })
    })
}
