//! Shows the contact information as text, for users who may not edit it.

use leptos::prelude::*;
use partner_portal_contract::ContactField;

use crate::{
    contact::{
        state::{ContactFormState, contact_form::ContactForm},
        texts::field_texts,
    },
    i18n::{I18n, Text, use_i18n},
    session::use_session,
    support_hours::{hours_text, schedule_inputs, zone_label},
};

/// Shows every field with its value.
#[component]
pub fn ContactInformationSummary(state: ContactFormState) -> impl IntoView {
    let i18n = use_i18n();
    let session = use_session();
    let row = move |field: ContactField| {
        view! {
            <dt>{move || field_texts::label(i18n, field, &session.platform_name())}</dt>
                <dd>{move || value_lines(i18n, &state.typed.form.read(), field)}</dd>
        }
    };
    view! { <dl class="facts">{ContactField::ALL.map(row)}</dl> }
}

/// Returns a field's value as lines, one for each entry.
pub fn field_lines(i18n: I18n, form: &ContactForm, field: ContactField) -> Vec<String> {
    let mut lines: Vec<String> = match field {
        ContactField::AlertContacts => {
            form.alert_contacts.iter().map(|contact| contact.name.clone()).collect()
        }
        ContactField::TechnicalEmergency => form.technical_emergency.clone(),
        ContactField::TechnicalNonEmergency => form.technical_non_emergency.clone(),
        ContactField::MerchantIssues => form.merchant_issues.clone(),
        ContactField::OperationalPlatform => form.operational_platform.clone(),
        ContactField::OperationalShared => vec![form.operational_shared.clone()],
        ContactField::OperationalSupport => schedule_lines(i18n, form),
        ContactField::Unknown => Vec::new(),
    };
    lines.retain(|line| !line.is_empty());
    lines
}

/// Returns the text direction of a field's lines. The direction of an address or a name follows its
/// own letters. A schedule is a sentence of the portal, so it follows the language.
pub fn line_direction(i18n: I18n, field: ContactField) -> &'static str {
    match field {
        ContactField::OperationalSupport if i18n.language().is_right_to_left() => "rtl",
        ContactField::OperationalSupport => "ltr",
        _ => "auto",
    }
}

/// Shows a field's value as a list.
pub fn value_lines(i18n: I18n, form: &ContactForm, field: ContactField) -> AnyView {
    let lines = field_lines(i18n, form, field);
    if lines.is_empty() {
        return view! { <span class="muted">{i18n.text(Text::NotProvided)}</span> }.into_any();
    }
    let direction = line_direction(i18n, field);
    let items = lines.into_iter().map(|line| view! { <li><bdi dir=direction>{line}</bdi></li> });
    view! { <ul role="list" class="plain-list">{items.collect::<Vec<_>>()}</ul> }.into_any()
}

fn schedule_lines(i18n: I18n, form: &ContactForm) -> Vec<String> {
    let inputs = schedule_inputs(&form.operational_support);
    let line = |schedule: &partner_portal_contract::ScheduleInput| {
        let hours: Vec<_> = schedule.hours.iter().map(|hours| hours_text(i18n, hours)).collect();
        zone_label(i18n, &schedule.time_zone) + ": " + &hours.join("; ")
    };
    inputs.iter().map(line).collect()
}
