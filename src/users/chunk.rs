//! The users' panel comes when it is needed.

use std::rc::Rc;

use leptos::prelude::*;

use super::users_panel::UsersPanel;
use crate::{
    chunk::chunk,
    deferred::{Build, deferred},
};

chunk! {
    fn users_panel_chunk() -> fn() -> AnyView, in portal {
        || UsersPanel().into_any()
    }
}

/// The account's users. Their code is fetched once `is_needed` turns true, and they stay from then on.
pub fn deferred_users_panel(is_needed: impl Fn() -> bool + Send + Sync + 'static) -> AnyView {
    let was_needed = Memo::new(move |before| before == Some(&true) || is_needed());
    let panel = move || {
        was_needed.get().then(|| {
            deferred(6, || {
                Box::pin(async {
                    let panel = users_panel_chunk().await?;
                    Ok(Rc::new(panel) as Build)
                })
            })
        })
    };
    panel.into_any()
}
