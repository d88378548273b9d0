//! Shows the field for the single address that end customers see.

use leptos::prelude::*;
use partner_portal_contract::{ContactField, address_list::single_address};
use reactive_stores::Field;

use super::{
    brand_drift::BrandDrift,
    contact_field_shell::{ContactFieldShell, field_signals},
    field_advice::{FieldAdvice, with_advice},
};
use crate::{contact::state::ContactFormState, ui::TextInput};

/// Shows *Operational contact (to share with users)*.
#[component]
pub fn SharedAddressField(
    state: ContactFormState,
    #[prop(into)] value: Field<String>,
) -> impl IntoView {
    const FIELD: ContactField = ContactField::OperationalShared;
    let signals = field_signals(state, FIELD);
    let is_typing = RwSignal::new(false);
    view! {
        <ContactFieldShell field=FIELD error=signals.error>
            <TextInput
                id=FIELD.as_str()
                value=Signal::derive(move || value.get())
                on_input=Callback::new(move |text| {
                    is_typing.set(true);
                    value.set(text);
                })
                on_insert=Callback::new(move |text: String| single_address(&text))
                on_blur=Callback::new(move |()| {
                    is_typing.set(false);
                    if let Some(address) = single_address(&value.get_untracked()) {
                        value.set(address);
                    }
                    state.shown.show_field(FIELD);
                })
                required=signals.required
                invalid=signals.invalid
                described_by=with_advice(signals.described_by, FIELD)
                inputmode="email"
                ltr=true
                filled_alone=true
            />
            <BrandDrift state value is_typing />
            <FieldAdvice state field=FIELD />
        </ContactFieldShell>
    }
}
