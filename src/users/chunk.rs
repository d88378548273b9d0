//! The users' panel comes after the first view.

use std::rc::Rc;

use leptos::prelude::*;

use super::users_panel::UsersPanel;
use crate::{
    browser::idle,
    chunk::chunk,
    deferred::{Build, deferred},
};

chunk! {
    fn users_panel_chunk() -> fn() -> AnyView, in portal {
        || UsersPanel().into_any()
    }
}

/// The account's users, as soon as the code is there.
pub fn deferred_users_panel() -> AnyView {
    deferred(6, || {
        Box::pin(async {
            idle().await;
            let panel = users_panel_chunk().await?;
            Ok(Rc::new(panel) as Build)
        })
    })
}
