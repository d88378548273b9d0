//! Shows advice on a field's addresses. Advice never blocks a submit.

use leptos::prelude::*;
use partner_portal_contract::{Advice, ContactField};

use crate::{
    contact::{state::ContactFormState, texts::field_texts},
    i18n::{I18n, Text, use_i18n},
    session::use_session,
    ui::{Icon, IconName},
};

/// Shows a line for each piece of advice. The element exists even if there is no advice, because
/// the control's `aria-describedby` refers to it.
#[component]
pub fn FieldAdvice(state: ContactFormState, field: ContactField) -> impl IntoView {
    let i18n = use_i18n();
    let session = use_session();
    let advice = state.checks.advice.of(field);
    let line = move |advice: Advice| {
        view! {
            <p class="advice">
                <Icon name=IconName::Info />
                <span>{move || sentence(i18n, &advice, &session.platform_name())}</span>
            </p>
        }
    };
    view! {
        <div class="field-advice" id=advice_id(field)>
            {move || advice.get().into_iter().map(line).collect::<Vec<_>>()}
        </div>
    }
}

/// Returns a control's `aria-describedby` with the advice at the end.
pub fn with_advice(described_by: Signal<String>, field: ContactField) -> Signal<String> {
    Signal::derive(move || described_by.get() + " " + &advice_id(field))
}

fn advice_id(field: ContactField) -> String {
    field.as_str().to_owned() + "-advice"
}

fn sentence(i18n: I18n, advice: &Advice, platform: &str) -> String {
    match advice {
        Advice::PersonalMailbox { address } => {
            i18n.with(Text::AdvicePersonalMailbox, &[("address", address)])
        }
        Advice::FreeMailDomain { domain } => {
            i18n.with(Text::AdviceFreeMailDomain, &[("domain", domain)])
        }
        Advice::SameEverywhere { address } => {
            i18n.with(Text::AdviceSameEverywhere, &[("address", address)])
        }
        Advice::AlsoIn { other, address, count } => {
            let field = field_texts::label(i18n, *other, platform);
            i18n.plural(Text::AdviceAlsoIn, *count, &[("address", address), ("field", &field)])
        }
        Advice::CaseOnly { address, other } => {
            i18n.with(Text::AdviceCaseOnly, &[("address", address), ("other", other)])
        }
        Advice::TypographicApostrophe { address } => {
            i18n.with(Text::AdviceApostrophe, &[("address", address)])
        }
    }
}
