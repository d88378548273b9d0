//! Shows the form, in the modal and on the page.

use leptos::{html, prelude::*};

use partner_portal_contract::ContactField;
use reactive_stores::{Field, Store};

use super::{
    fields::{AddressListField, AlertContactsField, OperationalSupportField, SharedAddressField},
    form_errors::FormErrors,
    form_notices::FormNotices,
};
use crate::{
    contact::state::{
        ContactFormState,
        contact_form::{ContactForm, ContactFormStoreFields},
    },
    reactive::memo,
    session::use_session,
};

/// Shows the error summary, the notices and the seven fields.
#[component]
pub fn ContactInformationForm(state: ContactFormState) -> impl IntoView {
    let session = use_session();
    let node = NodeRef::<html::Div>::new();
    let form = state.typed.form;
    // A field that is no longer used is shown while it has entries, because they keep the account
    // locked until they are removed.
    let is_shown = move |field: ContactField| {
        memo(move || !session.is_unavailable(field) || state.typed.has_value(field))
    };
    let list = move |field: ContactField, value: fn(Store<ContactForm>) -> Field<Vec<String>>| {
        let is_shown = is_shown(field);
        move || is_shown.get().then(|| view! { <AddressListField state field value=value(form) /> })
    };
    let shows_shared = is_shown(ContactField::OperationalShared);
    let shows_support = is_shown(ContactField::OperationalSupport);
    let shows_alerts = is_shown(ContactField::AlertContacts);
    view! {
        <div class="contact-form" node_ref=node>
            <FormErrors state around=node />
            <FormNotices state />
            {move || {
                shows_alerts.get().then(|| {
                    view! { <AlertContactsField state value=form.alert_contacts() /> }
                })
            }}
            {list(ContactField::TechnicalEmergency, |form| form.technical_emergency().into())}
            {list(ContactField::TechnicalNonEmergency, |form| form.technical_non_emergency().into())}
            {list(ContactField::MerchantIssues, |form| form.merchant_issues().into())}
            {list(ContactField::OperationalPlatform, |form| form.operational_platform().into())}
            {move || {
                shows_shared.get().then(|| {
                    view! { <SharedAddressField state value=form.operational_shared() /> }
                })
            }}
            {move || {
                shows_support.get().then(|| {
                    view! { <OperationalSupportField state value=form.operational_support() /> }
                })
            }}
        </div>
    }
}
