//! The invitations of a user who has an account already.

use leptos::{prelude::*, task::spawn_local};

use super::{invitation_question::InvitationQuestion, use_session};

/// Each invitation that waits for an answer, or nothing.
#[component]
pub fn InvitationList() -> impl IntoView {
    let session = use_session();
    let invitations = Memo::new(move |_| {
        session.session().map(|session| session.invitations).unwrap_or_default()
    });
    let on_answered = Callback::new(move |_| spawn_local(session.reread()));
    move || {
        let question = |invitation| view! { <InvitationQuestion invitation on_answered /> };
        invitations.get().into_iter().map(question).collect_view()
    }
}
