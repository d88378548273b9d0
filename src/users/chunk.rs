//! The users' panel comes after the first view.

use std::rc::Rc;

use leptos::{
    prelude::*,
    wasm_split::{SplitLoaderError, wasm_split},
};

use super::users_panel::UsersPanel;
use crate::deferred::{Build, deferred};

#[wasm_split(portal, wasm_split_path = ::leptos::wasm_split, fallible)]
fn users_panel_chunk() -> Result<fn() -> AnyView, SplitLoaderError> {
    Ok(|| UsersPanel().into_any())
}

/// The account's users, as soon as the code is there.
pub fn deferred_users_panel() -> AnyView {
    deferred(6, || {
        Box::pin(async {
            let panel = users_panel_chunk().await?;
            Ok(Rc::new(panel) as Build)
        })
    })
}
