//! The panel of the account's users, shown both in the modal and on the page.

use leptos::{html, prelude::*};

use super::{
    access_limits::AccessLimits,
    add_user::AddUserDialog,
    administration::{Administration, Task},
    manage_user::ManageUserDialog,
    user_list::UserList,
    user_pages::UserPages,
    users_toolbar::{SEARCH_ID, UsersToolbar},
};
use crate::{
    i18n::{Text, t, use_i18n},
    reactive::memo,
    session::use_session,
    ui::{Button, EmptyState, LiveRegion, Notice, NoticeKind, Skeleton, focus_by_id_after_render},
};

/// Lists the account's users and opens the dialogs that manage them.
#[component]
pub fn UsersPanel() -> impl IntoView {
    let i18n = use_i18n();
    let session = use_session();
    let pages = UserPages::new(session);
    let administration = Administration::new(session, pages);
    let count_text = Signal::derive(move || {
        let total = pages.total.get()?;
        Some(i18n.plural(Text::UserCount, usize::try_from(total).unwrap_or(usize::MAX), &[]))
    });
    let shown = memo(move || match (pages.failure.get(), pages.total.get()) {
        (Some(_), _) => Shown::Failure,
        (None, None) => Shown::Loading,
        (None, Some(0)) => Shown::Nobody,
        (None, Some(_)) => Shown::List,
    });
    let list = move || match shown.get() {
        Shown::List => view! { <UserList administration /> }.into_any(),
        Shown::Nobody => {
            view! { <EmptyState title=t(Text::UsersNone) body=t(Text::UsersNoneBody) /> }.into_any()
        }
        Shown::Loading => view! { <Skeleton lines=6 label=t(Text::Loading) /> }.into_any(),
        Shown::Failure => view! {
            <Notice kind=NoticeKind::Danger title=t(Text::LoadFailed)>
                <Button on_press=Callback::new(move |()| pages.reread())>{t(Text::Retry)}</Button>
            </Notice>
        }
        .into_any(),
    };
    let panel = NodeRef::<html::Div>::new();
    // The row from which the dialog was opened no longer exists, so the focus moves to the search
    // box.
    let on_removed = move |()| {
        if let Some(panel) = panel.get_untracked() {
            focus_by_id_after_render((*panel).clone().into(), SEARCH_ID.to_owned());
        }
    };
    let dialog = move || match administration.task.get()? {
        Task::Add => Some(view! { <AddUserDialog administration /> }.into_any()),
        Task::Manage(user) => {
            let on_removed = Callback::new(on_removed);
            Some(view! { <ManageUserDialog administration user=*user on_removed /> }.into_any())
        }
    };
    view! {
        <div class="users" node_ref=panel>
            <Show when=move || !administration.is_allowed.get()>
                <AccessLimits />
            </Show>
            <UsersToolbar administration />
            <p class="muted">{move || count_text.get()}</p>
            <LiveRegion message=Signal::derive(move || count_text.get().unwrap_or_default()) />
            {list}
            {dialog}
        </div>
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Loading,
    List,
    Nobody,
    Failure,
}
