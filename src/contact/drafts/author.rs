//! The author of a draft.

use leptos::prelude::*;

use crate::contact::state::ContactFormState;

/// Returns the ids of the user and the account. `None` if the user is signed out.
pub fn signed_in_author(state: ContactFormState) -> Option<(String, String)> {
    let session = state.session.get_value();
    let user = session.session()?.user.id;
    Some((user, session.account_id()))
}
