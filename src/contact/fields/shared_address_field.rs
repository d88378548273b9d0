//! The one address that end customers are shown.

use leptos::prelude::*;
use partner_portal_contract::ContactField;
use reactive_stores::Field;

use super::contact_field_shell::{ContactFieldShell, field_signals};
use crate::{contact::state::ContactFormState, ui::TextInput};

/// *Operational contact (to share with users)*.
#[component]
pub fn SharedAddressField(
    state: ContactFormState,
    #[prop(into)] value: Field<String>,
) -> impl IntoView {
    const FIELD: ContactField = ContactField::OperationalShared;
    let signals = field_signals(state, FIELD);
    view! {
        <ContactFieldShell field=FIELD error=signals.error>
            <TextInput
                id=FIELD.as_str()
                value=Signal::derive(move || value.get())
                on_input=Callback::new(move |text| value.set(text))
                on_blur=Callback::new(move |()| state.visit(FIELD))
                invalid=signals.invalid
                described_by=signals.described_by
                inputmode="email"
                ltr=true
            />
        </ContactFieldShell>
    }
}
