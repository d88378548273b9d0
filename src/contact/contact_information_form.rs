//! The form: the same in the modal and on the page.

use leptos::{html, prelude::*};
use partner_portal_contract::{ContactField, FieldError};
use reactive_stores::Field;

use super::{
    field_texts,
    fields::{AddressListField, AlertContactsField, OperationalSupportField, SharedAddressField},
    form::ContactFormStoreFields,
    form_notices::FormNotices,
    state::ContactFormState,
};
use crate::{
    i18n::{Text, use_i18n},
    session::use_session,
    support_hours::control_ids,
    ui::{ErrorSummary, SummaryItem, chip_id, focus_by_id, focus_by_id_after_render, shortened},
};

/// Where the focus goes when a submit is held back.
const SUMMARY_ID: &str = "error-summary";

/// Error summary, conflict notice and the seven fields.
#[component]
pub fn ContactInformationForm(state: ContactFormState) -> impl IntoView {
    let i18n = use_i18n();
    let session = use_session();
    let node = NodeRef::<html::Div>::new();
    let items = Signal::derive(move || {
        let platform = session.platform_name();
        let errors = state.errors.get();
        let item = |error: &FieldError| {
            let label = field_texts::label(i18n, error.field, &platform);
            let sentence = field_texts::error(i18n, error);
            let text = match addresses(state, error.field).zip(error.index) {
                // What is still being typed is not wrong yet.
                Some((addresses, index)) => {
                    let address = shortened(addresses.read().get(index as usize)?);
                    // Isolated, as values in sentences are.
                    [&*label, ": \u{2068}", &address, "\u{2069} – ", &sentence].concat()
                }
                None => [&*label, ": ", &sentence].concat(),
            };
            Some(SummaryItem { target: control_id(state, error), text })
        };
        errors.iter().filter_map(item).collect::<Vec<_>>()
    });
    let title =
        Signal::derive(move || i18n.plural(Text::ErrorSummaryTitle, items.with(Vec::len), &[]));
    // Only a submit that was held back moves the focus, not an error that appears while typing.
    Effect::new(move |_| {
        if state.held_back() > 0
            && let Some(node) = node.get_untracked()
        {
            focus_by_id_after_render((*node).clone().into(), SUMMARY_ID.to_owned());
        }
    });
    let jump = move |target: String| {
        if let Some(node) = node.get_untracked() {
            // A control whose code is still on its way has its label by now.
            let _ =
                focus_by_id(&node, &target) || focus_by_id(&node, &[&*target, "-label"].concat());
        }
    };
    let is_asked = move |field: ContactField| {
        Memo::new(move |_| {
            // Entries from before a change of the rule keep the account locked until they are
            // removed.
            !session.is_unavailable(field) || state.form.read().has(field)
        })
    };
    let list = move |field: ContactField, value: fn(ContactFormState) -> Field<Vec<String>>| {
        let is_asked = is_asked(field);
        move || {
            is_asked.get().then(|| view! { <AddressListField state field value=value(state) /> })
        }
    };
    let asks_shared = is_asked(ContactField::OperationalShared);
    let asks_support = is_asked(ContactField::OperationalSupport);
    let asks_alerts = is_asked(ContactField::AlertContacts);
    let shows_summary =
        Memo::new(move |_| state.is_submitted() && items.with(|items| !items.is_empty()));
    view! {
        <div class="contact-form" node_ref=node>
            {move || {
                shows_summary.get().then(|| {
                    view! { <ErrorSummary id=SUMMARY_ID title items on_jump=Callback::new(jump) /> }
                })
            }}
            <FormNotices state />
            {move || {
                asks_alerts.get().then(|| {
                    view! { <AlertContactsField state value=state.form.alert_contacts() /> }
                })
            }}
            {list(ContactField::TechnicalEmergency, |it| it.form.technical_emergency().into())}
            {list(ContactField::TechnicalNonEmergency, |it| it.form.technical_non_emergency().into())}
            {list(ContactField::MerchantIssues, |it| it.form.merchant_issues().into())}
            {list(ContactField::OperationalPlatform, |it| it.form.operational_platform().into())}
            {move || {
                asks_shared.get().then(|| {
                    view! { <SharedAddressField state value=state.form.operational_shared() /> }
                })
            }}
            {move || {
                asks_support.get().then(|| {
                    view! { <OperationalSupportField state value=state.form.operational_support() /> }
                })
            }}
        </div>
    }
}

/// The entries of a field that is a list of addresses.
fn addresses(state: ContactFormState, field: ContactField) -> Option<Field<Vec<String>>> {
    let form = state.form;
    Some(match field {
        ContactField::TechnicalEmergency => form.technical_emergency().into(),
        ContactField::TechnicalNonEmergency => form.technical_non_emergency().into(),
        ContactField::MerchantIssues => form.merchant_issues().into(),
        ContactField::OperationalPlatform => form.operational_platform().into(),
        _ => return None,
    })
}

/// The control that mends an error.
fn control_id(state: ContactFormState, error: &FieldError) -> String {
    let field = error.field.as_str().to_owned();
    if addresses(state, error.field).is_some() {
        return error.index.map_or(field, |index| chip_id(error.field.as_str(), index as usize));
    }
    if error.field != ContactField::OperationalSupport {
        return field;
    }
    let schedules = state.form.operational_support();
    let schedules = schedules.read();
    let Some(schedule) = error.index.and_then(|index| schedules.get(index as usize)) else {
        return field;
    };
    let hours = error.params.hours.and_then(|at| schedule.hours.get(at as usize));
    control_ids::of_error(schedule.id, hours.map(|hours| hours.id), error.code)
}
