//! Loads the users' panel as a lazy chunk.

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

/// Renders the users' panel. Its chunk is fetched once `is_needed` turns true. The panel then stays
/// mounted.
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
