//! Shows a list of email addresses.

use leptos::prelude::*;
use partner_portal_contract::{
    ContactField,
    address_list::{SEPARATORS, split_addresses},
};
use reactive_stores::Field;

use super::{
    contact_field_shell::{ContactFieldShell, entry_errors, field_signals},
    field_advice::{FieldAdvice, with_advice},
};
use crate::{
    contact::{state::ContactFormState, texts::field_texts},
    i18n::{Text, kilobytes, number, t, use_i18n},
    reactive::memo,
    ui::{Chip, ChipsInput, ChipsLabels, EntrySyntax, LONGEST_TEXT, MOST_ENTRIES},
};

const ADDRESSES: EntrySyntax = EntrySyntax { split: split_addresses, separators: &SEPARATORS };

/// Shows a field whose value is a list of addresses.
#[component]
pub fn AddressListField(
    state: ContactFormState,
    field: ContactField,
    #[prop(into)] value: Field<Vec<String>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let signals = field_signals(state, field);
    let errors = entry_errors(state, field);
    let chips = memo(move || {
        // Entries are complete, so their errors show at once.
        let mut chips: Vec<Chip> =
            value.get().into_iter().map(|text| Chip { text, error: None }).collect();
        errors.with(|errors| {
            for error in errors {
                let index = error.index.map(|index| index as usize);
                if let Some(chip) = index.and_then(|index| chips.get_mut(index)) {
                    chip.error.get_or_insert_with(|| field_texts::error(i18n, error));
                }
            }
        });
        chips
    });
    // Text that is still being typed does not count as wrong yet.
    let invalid = Signal::derive(move || {
        signals.error.with(Option::is_some)
            || chips.with(|chips| chips.iter().any(|chip| chip.error.is_some()))
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
        undo: t(Text::Undo),
        undone: t(Text::Undone),
        more: Callback::new(move |count: usize| {
            i18n.with(Text::MoreAddresses, &[("count", &number(i18n, count))])
        }),
        too_much: Callback::new(move |(entries, characters): (usize, usize)| {
            let (count, characters) = (number(i18n, entries), number(i18n, characters));
            let (max, size) = (number(i18n, MOST_ENTRIES), kilobytes(i18n, LONGEST_TEXT >> 10));
            let values =
                [("count", &*count), ("characters", &characters), ("max", &max), ("size", &size)];
            i18n.with(Text::TooMuchAtOnce, &values)
        }),
    };
    let set_entries = move |entries| {
        value.set(entries);
        state.shown.show_field(field);
    };
    view! {
        <ContactFieldShell field error=signals.error>
            <ChipsInput
                id=field.as_str()
                chips
                on_change=Callback::new(set_entries)
                syntax=&ADDRESSES
                text=state.typed.boxes.of(field)
                required=signals.required
                invalid
                described_by=with_advice(signals.described_by, field)
                labels
                placeholder=t(Text::AddressPlaceholder)
            />
            <FieldAdvice state field />
        </ContactFieldShell>
    }
}
