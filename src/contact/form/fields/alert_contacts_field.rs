//! Shows the field *Alert contacts*: the users who get an email when Production has problems. They
//! are picked from a list, never typed.

use leptos::prelude::*;
use partner_portal_contract::ContactField;
use reactive_stores::Field;

use super::{
    alert_contacts_picker::AlertContactsPicker,
    chosen_alert_contacts::ChosenAlertContacts,
    contact_field_shell::{ContactFieldShell, field_signals},
    production_link::ProductionLink,
};
use crate::{
    contact::state::{ContactFormState, contact_form::AlertContact},
    deferred::skeleton,
    i18n::{Text, t},
    reactive::memo,
    session::use_session,
    ui::{Icon, IconName},
};

/// Shows the field, locked where alert contacts can only be set in Production.
#[component]
pub fn AlertContactsField(
    state: ContactFormState,
    #[prop(into)] value: Field<Vec<AlertContact>>,
) -> impl IntoView {
    const FIELD: ContactField = ContactField::AlertContacts;
    let session = use_session();
    let signals = field_signals(state, FIELD);
    let is_locked = memo(move || session.is_deferred(FIELD));
    let has_chosen = memo(move || !value.read().is_empty());
    move || {
        let is_locked_now = is_locked.get();
        let control = if is_locked_now {
            view! {
                <p class="locked-control">
                    <Icon name=IconName::Lock />
                    {t(Text::AvailableInProduction)}
                    <ProductionLink />
                </p>
            }
            .into_any()
        } else if cfg!(feature = "ssr") {
            // The app replaces this placeholder with its search box, which has the same height.
            view! { <div class="input">{skeleton(1)}</div> }.into_any()
        } else {
            view! { <AlertContactsPicker state value signals /> }.into_any()
        };
        // A locked field has no control that a label could belong to.
        view! {
            <ContactFieldShell field=FIELD error=signals.error group=is_locked_now>
                {move || {
                    has_chosen.get().then(|| view! { <ChosenAlertContacts state value is_locked /> })
                }}
                {control}
            </ContactFieldShell>
        }
    }
}
