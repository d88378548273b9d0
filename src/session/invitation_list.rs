//! Shows the invitations of a user who already has an account.

use std::rc::Rc;

use leptos::{prelude::*, task::spawn_local};

use super::{invitation_question::InvitationQuestion, use_session};
use crate::{
    chunk::chunk,
    deferred::{Build, deferred},
    reactive::memo,
};

chunk! {
    fn invitation_list_chunk() -> fn() -> AnyView, in portal {
        || InvitationList().into_any()
    }
}

/// Shows the invitations once their code has loaded. Without an invitation the code is not fetched.
pub fn deferred_invitation_list() -> AnyView {
    let session = use_session();
    let is_invited =
        memo(move || session.session().is_some_and(|session| !session.invitations.is_empty()));
    let list = move || {
        is_invited.get().then(|| {
            deferred(3, || {
                Box::pin(async {
                    let list = invitation_list_chunk().await?;
                    Ok(Rc::new(list) as Build)
                })
            })
        })
    };
    list.into_any()
}

/// Shows each pending invitation.
#[component]
pub fn InvitationList() -> impl IntoView {
    let session = use_session();
    let invitations =
        memo(move || session.session().map(|session| session.invitations).unwrap_or_default());
    let on_answered = Callback::new(move |_| spawn_local(session.reread()));
    move || {
        let question = |invitation| view! { <InvitationQuestion invitation on_answered /> };
        invitations.get().into_iter().map(question).collect_view()
    }
}
