//! Shows as a badge whether a user has joined.

use leptos::prelude::*;
use partner_portal_contract::users::{User, UserState as State};

use crate::{
    i18n::{Text, t, user_state_text},
    ui::{Badge, BadgeKind},
};

/// The badge of a user's state.
#[component]
pub fn UserState(user: User) -> impl IntoView {
    let text = user_state_text(&user);
    let kind = match user.state {
        State::Active => BadgeKind::Success,
        State::Invited if text != Text::UserInvited => BadgeKind::Danger,
        State::Invited => BadgeKind::Warning,
        State::Unknown => BadgeKind::Neutral,
    };
    view! { <Badge text=t(text) kind=kind /> }
}
