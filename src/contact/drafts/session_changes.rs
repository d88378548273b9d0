//! Clears the form when another user signs in or the account changes.

use leptos::prelude::*;

use super::sending::send_draft_before_leaving;
use crate::contact::state::ContactFormState;

/// Clears the form when the user or the account changes, so that no user sees another user's text.
/// The same user's text in another account is saved as a draft first.
pub fn follow_session(state: ContactFormState) {
    let session = state.session.get_value();
    Effect::new(move |before: Option<(String, String)>| {
        let user = session.session().map(|session| session.user.id).unwrap_or_default();
        let now = (user, session.account_id());
        // An ended session has no user. The form is kept or cleared when the next session begins.
        if now.0.is_empty() {
            return before.unwrap_or_default();
        }
        if let Some((user, account)) = before
            && !user.is_empty()
            && (&user, &account) != (&now.0, &now.1)
        {
            if user == now.0 {
                send_draft_before_leaving(state, account);
            }
            state.reset();
        }
        now
    });
}
