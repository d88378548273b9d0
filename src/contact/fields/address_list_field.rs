//! A list of e-mail addresses.

use leptos::prelude::*;
use partner_portal_contract::{ContactField, address_list::split_addresses};
use reactive_stores::Field;

use super::contact_field_shell::{ContactFieldShell, field_signals};
use crate::{
    contact::{field_texts, state::ContactFormState},
    i18n::{Text, t, use_i18n},
    ui::{Chip, ChipsInput, ChipsLabels},
};

/// A field that holds addresses.
#[component]
pub fn AddressListField(
    state: ContactFormState,
    field: ContactField,
    #[prop(into)] value: Field<Vec<String>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let signals = field_signals(state, field);
    let chips = Signal::derive(move || {
        // An entry has been committed, so what is wrong with it shows at once.
        let errors = state.errors.get();
        let error_of = |index: usize| {
            let is_own = |error: &&partner_portal_contract::FieldError| {
                error.field == field && error.index == u32::try_from(index).ok()
            };
            errors.iter().find(is_own).map(|error| field_texts::error(i18n, error))
        };
        let entries = value.get().into_iter().enumerate();
        entries.map(|(index, text)| Chip { text, error: error_of(index) }).collect::<Vec<_>>()
    });
    let labels = ChipsLabels {
        list: Signal::derive(move || i18n.text(Text::Addresses)),
        remove: Callback::new(move |address: String| {
            i18n.with(Text::RemoveAddress, &[("address", &address)])
        }),
        edit: Callback::new(move |address: String| {
            i18n.with(Text::EditAddress, &[("address", &address)])
        }),
        added: Callback::new(move |count| i18n.plural(Text::Added, count, &[])),
        removed: Callback::new(move |address: String| {
            i18n.with(Text::Removed, &[("address", &address)])
        }),
    };
    let set_entries = move |entries| {
        value.set(entries);
        state.visit(field);
    };
    view! {
        <ContactFieldShell field error=signals.error>
            <ChipsInput
                id=field.as_str()
                chips
                on_change=Callback::new(set_entries)
                split=split_addresses
                text=state.boxes.of(field)
                invalid=signals.invalid
                described_by=signals.described_by
                labels
                placeholder=t(Text::AddressPlaceholder)
            />
        </ContactFieldShell>
    }
}
