//! What could be better about a field's addresses. Calm, and never in the way of a submit.

use leptos::prelude::*;
use partner_portal_contract::{Advice, AdviceKind, ContactField, ContactInformationDraft};

use crate::{
    browser::AssumedReferenceData,
    contact::{
        field_texts,
        form::{ContactForm, ContactFormStoreFields},
        state::ContactFormState,
    },
    i18n::{I18n, Text, use_i18n},
    session::use_session,
    ui::{Icon, IconName},
};

/// A line for each piece of advice on the field.
pub fn advice_lines(state: ContactFormState, field: ContactField) -> AnyView {
    let i18n = use_i18n();
    let session = use_session();
    // Text in a box is no address yet, so it is left out and typing costs nothing here.
    let advice = Memo::new(move |_| {
        let draft = addresses(state);
        let advice = state.tables.with(|tables| match tables {
            Some(tables) => Advice::on(&draft, tables),
            None => Advice::on(&draft, &AssumedReferenceData),
        });
        advice.into_iter().filter(|it| it.field == field).map(|it| it.kind).collect::<Vec<_>>()
    });
    let line = move |kind: AdviceKind| {
        view! {
            <p class="advice">
                <Icon name=IconName::Info />
                <span>{move || sentence(i18n, &kind, &session.platform_name())}</span>
            </p>
        }
    };
    (move || advice.get().into_iter().map(line).collect::<Vec<_>>()).into_any()
}

/// The fields with addresses as they are in the form; reads no other, so no other wakes it.
fn addresses(state: ContactFormState) -> ContactInformationDraft {
    let form: reactive_stores::Store<ContactForm> = state.form;
    ContactInformationDraft {
        technical_emergency: form.technical_emergency().get(),
        technical_non_emergency: form.technical_non_emergency().get(),
        merchant_issues: form.merchant_issues().get(),
        operational_platform: form.operational_platform().get(),
        operational_shared: form.operational_shared().get(),
        ..ContactInformationDraft::default()
    }
}

fn sentence(i18n: I18n, kind: &AdviceKind, platform: &str) -> String {
    match kind {
        AdviceKind::PersonalMailbox { address } => {
            i18n.with(Text::AdvicePersonalMailbox, &[("address", address)])
        }
        AdviceKind::FreeMailDomain { domain } => {
            i18n.with(Text::AdviceFreeMailDomain, &[("domain", domain)])
        }
        AdviceKind::SameEverywhere { address } => {
            i18n.with(Text::AdviceSameEverywhere, &[("address", address)])
        }
        AdviceKind::AlsoIn { other, address, count } => {
            let field = field_texts::label(i18n, *other, platform);
            i18n.plural(Text::AdviceAlsoIn, *count, &[("address", address), ("field", &field)])
        }
    }
}
