//! What could be better about a field's addresses. Calm, and never in the way of a submit.

use leptos::prelude::*;
use partner_portal_contract::{Advice, AdviceKind, ContactField, ContactInformationDraft};
use reactive_stores::Store;

use crate::{
    browser::{AssumedReferenceData, Tables},
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
    let advice = Memo::new(move |_| {
        let own = |it: &&Advice| it.field == field;
        state
            .advice
            .with(|all| all.iter().filter(own).map(|it| it.kind.clone()).collect::<Vec<_>>())
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

/// Looks through the fields with addresses; reads no other, so no other wakes it.
pub fn find_advice(
    form: Store<ContactForm>,
    tables: ReadSignal<Option<Tables>, LocalStorage>,
) -> Vec<Advice> {
    let draft = ContactInformationDraft {
        technical_emergency: form.technical_emergency().get(),
        technical_non_emergency: form.technical_non_emergency().get(),
        merchant_issues: form.merchant_issues().get(),
        operational_platform: form.operational_platform().get(),
        operational_shared: form.operational_shared().get(),
        ..ContactInformationDraft::default()
    };
    tables.with(|tables| match tables {
        Some(tables) => Advice::on(&draft, tables),
        None => Advice::on(&draft, &AssumedReferenceData),
    })
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
        AdviceKind::CaseOnly { address, other } => {
            i18n.with(Text::AdviceCaseOnly, &[("address", address), ("other", other)])
        }
        AdviceKind::TypographicApostrophe { address } => {
            i18n.with(Text::AdviceApostrophe, &[("address", address)])
        }
    }
}
