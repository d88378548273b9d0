//! What a person may do, chosen by what each role allows.

use leptos::prelude::*;
use partner_portal_contract::users::Role;

use crate::{
    i18n::{Text, role_can_text, role_text, t},
    ui::{Choice, ChoiceGroup},
};

/// The roles of the account's integration type, each with what it allows.
#[component]
pub fn RoleChoice(
    /// Focus can be moved here.
    id: &'static str,
    /// Those to choose from.
    #[prop(into)]
    roles: Signal<Vec<Role>>,
    /// The chosen one.
    #[prop(into)]
    chosen: Signal<Option<Role>>,
    /// Called with the choice.
    #[prop(into)]
    on_choose: Callback<Role>,
    /// Why it has to be chosen.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let choice = move |role: Role| Choice {
        label: t(role_text(role)),
        is_chosen: Signal::derive(move || chosen.get() == Some(role)),
        on_choose: Callback::new(move |()| on_choose.run(role)),
        content: view! { <span class="muted">{t(role_can_text(role))}</span> }.into_any(),
    };
    // The same roles once more must not draw them anew: one of them may have the focus.
    let roles = Memo::new(move |_| roles.get());
    move || {
        let choices = roles.get().into_iter().map(choice).collect();
        view! {
            <ChoiceGroup id=id label=t(Text::Role) choices error />
        }
    }
}
