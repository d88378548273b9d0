//! One person in the list.

use leptos::prelude::*;
use partner_portal_contract::users::{User, UserState};

use crate::{
    i18n::{role_text, t, user_state_text},
    ui::{Badge, BadgeKind},
};

/// Name, e-mail address, role and state.
#[component]
pub fn UserRow(user: User, row_index: usize) -> impl IntoView {
    let kind = match user.state {
        UserState::Active => BadgeKind::Success,
        UserState::Invited => BadgeKind::Warning,
        UserState::Unknown => BadgeKind::Neutral,
    };
    view! {
        <div class="user-row" role="row" aria-rowindex=(row_index + 2).to_string()>
            <div class="user-person" role="rowheader">
                <bdi class="user-name">{user.name}</bdi>
                <bdi class="muted">{user.email}</bdi>
            </div>
            <div role="cell">{t(role_text(user.role))}</div>
            <div role="cell"><Badge text=t(user_state_text(user.state)) kind=kind /></div>
        </div>
    }
}
