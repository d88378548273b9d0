//! Shows the parts that surround the control of every field.

use leptos::prelude::*;
use partner_portal_contract::{ContactField, FieldError, FieldRule};

use crate::{
    contact::{state::ContactFormState, texts::field_texts},
    i18n::{Text, use_i18n},
    reactive::{distinct, memo},
    session::{SessionContext, use_session},
    ui::{FieldShell, described_by},
};

/// The signals that a control needs from its field.
#[derive(Clone, Copy)]
pub struct FieldSignals {
    /// The error of the whole field.
    pub error: Signal<Option<String>>,
    /// The ids of the texts that describe the control.
    pub described_by: Signal<String>,
    /// `true` if the field has any error.
    pub invalid: Signal<bool>,
    /// `true` if the field must be filled in.
    pub required: Signal<bool>,
}

/// Returns the signals for a field's control.
pub fn field_signals(state: ContactFormState, field: ContactField) -> FieldSignals {
    let i18n = use_i18n();
    let session = use_session();
    let errors = distinct(move || state.shown_errors(field));
    let error = Signal::derive(move || {
        errors.with(|errors| {
            let of_field = errors.iter().find(|error| error.index.is_none());
            of_field.map(|error| field_texts::error(i18n, error))
        })
    });
    let described_by = Signal::derive(move || {
        let is_deferred = session.is_deferred(field);
        let has_hint = field_texts::hint(field, is_deferred).is_some();
        described_by(field.as_str(), has_hint, error.with(Option::is_some))
    });
    let invalid = Signal::derive(move || errors.with(|errors| !errors.is_empty()));
    let required = Signal::derive(move || is_required(session, field));
    FieldSignals { error, described_by, invalid, required }
}

fn is_required(session: SessionContext, field: ContactField) -> bool {
    session.requirement(field).is_some_and(|requirement| requirement.rule == FieldRule::Required)
}

/// Returns the errors of the field's entries, shown or not. The entries on the screen are updated
/// only when these errors change.
pub fn entry_errors(state: ContactFormState, field: ContactField) -> ReadSignal<Vec<FieldError>> {
    distinct(move || {
        let is_of_entry = |error: &&FieldError| error.index.is_some();
        state.checks.errors.of(field).with(|all| all.iter().filter(is_of_entry).cloned().collect())
    })
}

/// Shows a field's label, marks, purpose, hint and error around its control.
#[component]
pub fn ContactFieldShell(
    field: ContactField,
    error: Signal<Option<String>>,
    #[prop(optional)] group: bool,
    children: Children,
) -> impl IntoView {
    let i18n = use_i18n();
    let session = use_session();
    let platform = memo(move || session.platform_name());
    let with_platform =
        move |text: Text| platform.with(|platform| i18n.with(text, &[("platform", platform)]));
    let required = Signal::derive(move || {
        Some(i18n.text(match session.requirement(field).map(|requirement| requirement.rule) {
            Some(FieldRule::Required) => Text::Required,
            // An unavailable field is shown while it has entries, because they must be removed.
            Some(FieldRule::Unavailable) => Text::StateUnavailable,
            _ => Text::Optional,
        }))
    });
    view! {
        <FieldShell
            id=field.as_str()
            label=Signal::derive(move || {
                platform.with(|platform| field_texts::label(i18n, field, platform))
            })
            required
            badge=Signal::derive(move || field_texts::badge(field).map(with_platform))
            purpose=Signal::derive(move || with_platform(field_texts::purpose(field)))
            hint=Signal::derive(move || {
                let is_deferred = session.is_deferred(field);
                field_texts::hint(field, is_deferred).map(with_platform)
            })
            error
            group
        >
            {children()}
        </FieldShell>
    }
}
