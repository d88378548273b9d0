//! Decides if the first view that the loader has drawn is still correct.

use leptos::prelude::*;

use crate::{
    session::{Gate, SessionContext},
    ui::{first_view, take_first_view},
};

/// Removes the first view and the text typed into it, unless the gate is still being checked, or
/// the same account is locked and the user for whom the view was drawn may edit it.
pub(super) fn end_first_view_unless_asked(session: SessionContext, gate: Gate) {
    let Some(drawn) = first_view() else { return };
    let is_asked = match gate {
        Gate::Checking => true,
        Gate::Locked => untrack(|| {
            let user = session.session().map(|session| session.user.id);
            let can_edit = session.completion().is_some_and(|completion| completion.can_edit);
            can_edit && user == Some(drawn.user()) && session.account_id() == drawn.account()
        }),
        _ => false,
    };
    if !is_asked {
        take_first_view();
        drawn.end();
    }
}
