//! Explains to users who are not administrators what they cannot do, why, and which administrator
//! can help.

use leptos::{prelude::*, task::spawn_local};
use partner_portal_contract::{
    paths::UsersQuery,
    users::{Role, User, UserState},
};

use crate::{
    i18n::{Text, role_can_text, role_text, t, use_i18n},
    reactive::effect,
    session::use_session,
    ui::{Notice, NoticeKind},
};

/// The maximum number of administrators to name.
const NAMED: u32 = 10;

/// Lists the administrators and tells what the user's own role allows.
#[component]
pub fn AccessLimits() -> impl IntoView {
    let i18n = use_i18n();
    let session = use_session();
    let administrators = RwSignal::new(Vec::<User>::new());
    effect(move || {
        let account = session.account_id();
        let api = session.api.get_value();
        spawn_local(async move {
            let (role, state) = (Some(Role::Administrator), Some(UserState::Active));
            let query = UsersQuery { role, state, page_size: NAMED, ..UsersQuery::default() };
            if let Ok(page) = api.users(&account, &query).await {
                let _ = administrators.try_set(page.users);
            }
        });
    });
    let names = move || {
        let people = administrators.get().into_iter();
        let items = people
            .map(|user| view! { <li><bdi>{user.name}</bdi>" "<bdi class="muted">{user.email}</bdi></li> });
        items.collect::<Vec<_>>()
    };
    let own_role = move || {
        let role = session.account.get()?.role;
        let name = i18n.text(role_text(role));
        Some(i18n.with(Text::YourRole, &[("role", &name)]) + " " + &i18n.text(role_can_text(role)))
    };
    view! {
        <Notice kind=NoticeKind::Info title=t(Text::OnlyAdministrators)>
            <ul role="list" class="plain-list">{names}</ul>
            <p>{own_role}</p>
        </Notice>
    }
}
