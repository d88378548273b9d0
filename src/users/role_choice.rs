//! The choice of a user's role.

use leptos::prelude::*;
use partner_portal_contract::users::Role;

use crate::{
    i18n::{Text, role_can_text, role_text, t},
    reactive::memo,
    ui::{Choice, ChoiceGroup},
};

/// Offers the roles of the account's integration type, each with what it allows.
#[component]
pub fn RoleChoice(
    /// Id of the group, which can receive the focus.
    id: &'static str,
    /// The roles to choose from.
    #[prop(into)]
    roles: Signal<Vec<Role>>,
    /// The chosen role.
    #[prop(into)]
    chosen: Signal<Option<Role>>,
    /// Called with the role that the user chose.
    #[prop(into)]
    on_choose: Callback<Role>,
    /// The error to show, if a choice is missing or refused.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let choice = move |role: Role| Choice {
        label: t(role_text(role)),
        is_chosen: Signal::derive(move || chosen.get() == Some(role)),
        on_choose: Callback::new(move |()| on_choose.run(role)),
        content: view! { <span class="muted">{t(role_can_text(role))}</span> }.into_any(),
    };
    // Equal roles must not be rendered again, because one of the buttons may have the focus.
    let roles = memo(move || roles.get());
    move || {
        let choices = roles.get().into_iter().map(choice).collect();
        view! {
            <ChoiceGroup id=id label=t(Text::Role) choices error />
        }
    }
}
