//! A list of e-mail addresses.

use leptos::prelude::*;
use partner_portal_contract::{ContactField, address_list::split_addresses};
use reactive_stores::Field;

use super::contact_field_shell::{ContactFieldShell, field_signals};
use crate::{
    contact::{field_texts, form::AddressList, state::ContactFormState},
    i18n::{Text, t, use_i18n},
    ui::{Chip, ChipsInput, ChipsLabels, Direction},
};

/// A field that holds addresses.
#[component]
pub fn AddressListField(
    state: ContactFormState,
    field: ContactField,
    #[prop(into)] value: Field<AddressList>,
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
        let list = value.read();
        let entries = list.entries.iter().enumerate();
        entries.map(|(index, text)| Chip { text: text.clone(), error: error_of(index) }).collect()
    });
    let labels = ChipsLabels {
        list: Signal::derive(move || i18n.text(Text::Addresses)),
        remove: Callback::new(move |address: String| {
            i18n.with(Text::RemoveAddress, &[("address", &address)])
        }),
        edit: Callback::new(move |address: String| {
            i18n.with(Text::EditAddress, &[("address", &address)])
        }),
    };
    let set_entries = move |entries| value.update(|list| list.entries = entries);
    let set_text = move |text| value.update(|list| list.text = text);
    view! {
        <ContactFieldShell field error=signals.error>
            <ChipsInput
                id=field.as_str()
                chips
                on_change=Callback::new(set_entries)
                split=split_addresses
                text=Signal::derive(move || value.read().text.clone())
                on_text=Callback::new(set_text)
                on_leave=Callback::new(move |()| state.visit(field))
                invalid=signals.invalid
                described_by=signals.described_by
                labels
                placeholder=t(Text::AddressPlaceholder)
                direction=Signal::derive(move || Direction::of_right_to_left(i18n.locale().is_right_to_left()))
            />
        </ContactFieldShell>
    }
}
