//! Shows the signed-in user, links to other accounts, invitations and *Sign out*.

use leptos::prelude::*;
use partner_portal_contract::session::SessionAccount;

use super::{invitation_list::deferred_invitation_list, use_session};
use crate::{
    config::{PortalEvent, use_config},
    i18n::{Text, role_text, t, use_i18n},
    routes::Scope,
    ui::{Button, ButtonKind, Menu, untyped},
};

/// Shows the account menu.
#[component]
pub fn AccountMenu() -> impl IntoView {
    let i18n = use_i18n();
    let session = use_session();
    let config = use_config();
    let name = Signal::derive(move || session.session().map(|it| it.user.name).unwrap_or_default());
    let email = move || session.session().map(|session| session.user.email);
    let role = move || session.account.get().map(|account| i18n.text(role_text(account.role)));
    let others = move || {
        let current = session.account_id();
        let accounts = session.session().map(|session| session.accounts).unwrap_or_default();
        let link = |account: SessionAccount| {
            let scope = Scope { account: Some(account.id), ..session.scope() };
            let href = session.here_in(&scope);
            view! { <li><a href=href><bdi>{account.name}</bdi></a></li> }
        };
        let others: Vec<_> =
            accounts.into_iter().filter(|account| account.id != current).map(link).collect();
        (!others.is_empty()).then(|| {
            view! {
                <p class="menu-heading">{t(Text::SwitchAccount)}</p>
                <ul role="list" class="plain-list">{others}</ul>
            }
        })
    };
    let sign_out = move |()| config.with_value(|config| config.emit(PortalEvent::SignOutRequested));
    view! {
        <Menu label=name>
            <p class="menu-person">
                <bdi>{email}</bdi>
                <span class="muted">{role}</span>
            </p>
            {others}
            // A click on a button closes the menu. Clicks on an invitation must not, so that the
            // user sees the outcome of the answer.
            <div on:click=untyped(|event| {
                event.stop_propagation();
            })>
                {deferred_invitation_list()}
            </div>
            <Button kind=ButtonKind::Quiet on_press=Callback::new(sign_out)>
                {t(Text::SignOut)}
            </Button>
        </Menu>
    }
}
