//! One row of the list of users.

use leptos::prelude::*;
use partner_portal_contract::users::User;

use super::{
    administration::{Administration, Task},
    user_state::UserState,
};
use crate::{
    i18n::{Text, role_text, t, use_i18n},
    reactive::memo,
    ui::{Badge, BadgeKind, Button, ButtonKind},
};

/// Shows the name, e-mail address, role and state of a user and, for administrators, the *Manage*
/// button.
///
/// The row stays mounted while its content changes, because a button in it may have the focus.
#[component]
pub fn UserRow(
    administration: Administration,
    #[prop(into)] user: Signal<User>,
    row_index: usize,
) -> impl IntoView {
    let i18n = use_i18n();
    let name = Signal::derive(move || user.with(|user| user.name.clone()));
    let email = Signal::derive(move || user.with(|user| user.email.clone()));
    let is_self = move || user.with(|user| administration.is_self(user));
    let is_alert_contact = memo(move || user.with(|user| user.is_alert_contact));
    let manage =
        move || administration.task.set(Some(Task::Manage(Box::new(user.get_untracked()))));
    let label = Signal::derive(move || Some(i18n.with(Text::ManageUser, &[("name", &name.get())])));
    view! {
        <div class="user-row" role="row" aria-rowindex=(row_index + 2).to_string()>
            <div class="user-person" role="rowheader">
                <span class="user-name">
                    <bdi title=name>{name}</bdi>
                    {move || {
                        is_self().then(|| view! { <Badge text=t(Text::You) kind=BadgeKind::Neutral /> })
                    }}
                </span>
                <bdi class="muted" title=email>{email}</bdi>
            </div>
            <div class="user-role" role="cell">
                <span>{move || i18n.text(role_text(user.with(|user| user.role)))}</span>
                {move || {
                    is_alert_contact
                        .get()
                        .then(|| view! { <span class="muted">{t(Text::IsAlertContact)}</span> })
                }}
            </div>
            <div role="cell">{move || view! { <UserState user=user.get() /> }}</div>
            <div role="cell" class="user-actions">
                <Show when=move || administration.is_allowed.get()>
                    <Button kind=ButtonKind::Quiet label on_press=Callback::new(move |()| manage())>
                        {t(Text::Manage)}
                    </Button>
                </Show>
            </div>
        </div>
    }
}
