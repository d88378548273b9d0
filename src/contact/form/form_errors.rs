//! Shows the summary of the errors that block a submit.

use leptos::{html, prelude::*};
use partner_portal_contract::{ContactField, FieldError};

use crate::{
    contact::{
        state::{ContactFormState, address_boxes::AddressBoxes, contact_form::ContactForm},
        texts::field_texts,
    },
    i18n::{Text, use_i18n},
    reactive::{effect, memo},
    session::use_session,
    support_hours::control_ids,
    ui::{ErrorSummary, SummaryItem, chip_id, focus_by_id, focus_by_id_after_render, shortened},
};

/// The element that gets the focus when a submit is blocked.
const SUMMARY_ID: &str = "error-summary";

/// Shows every error after the first submit. Each error links to its control inside `around`.
#[component]
pub fn FormErrors(state: ContactFormState, around: NodeRef<html::Div>) -> impl IntoView {
    let i18n = use_i18n();
    let session = use_session();
    let items = memo(move || {
        let platform = session.platform_name();
        let item = |error: &FieldError| {
            let label = field_texts::label(i18n, error.field, &platform);
            let sentence = field_texts::error(i18n, error);
            state.typed.with_field(error.field, |form| summary_item(form, error, &label, &sentence))
        };
        state.checks.all_errors.with(|all| all.iter().filter_map(item).collect::<Vec<_>>())
    });
    let title =
        Signal::derive(move || i18n.plural(Text::ErrorSummaryTitle, items.with(Vec::len), &[]));
    // Only a blocked submit moves the focus, not an error that appears while the user types.
    effect(move || {
        if state.shown.blocked_submits() > 0
            && let Some(around) = around.get_untracked()
        {
            focus_by_id_after_render((*around).clone().into(), SUMMARY_ID.to_owned());
        }
    });
    let jump = move |target: String| {
        if let Some(around) = around.get_untracked() {
            focus_by_id(&around, &target);
        }
    };
    let is_shown =
        memo(move || state.shown.is_submitted() && items.with(|items| !items.is_empty()));
    move || {
        is_shown.get().then(|| {
            view! { <ErrorSummary id=SUMMARY_ID title items on_jump=Callback::new(jump) /> }
        })
    }
}

/// Returns the error with a link to the control that can fix it. Returns `None` for an address that
/// is still being typed, because it does not count as wrong yet.
fn summary_item(
    form: &ContactForm,
    error: &FieldError,
    label: &str,
    sentence: &str,
) -> Option<SummaryItem> {
    let field = error.field;
    let index = error.index.map(|index| index as usize);
    if let Some(index) = index.filter(|_| AddressBoxes::FIELDS.contains(&field)) {
        let address = shortened(form.addresses(field).get(index)?);
        // Directional isolates surround the address, as they surround values in sentences.
        let text = [label, ": \u{2068}", &address, "\u{2069} – ", sentence].concat();
        return Some(SummaryItem { target: chip_id(field.as_str(), index), text });
    }
    let text = [label, ": ", sentence].concat();
    let schedule = index.filter(|_| field == ContactField::OperationalSupport);
    let schedule = schedule.and_then(|index| form.operational_support.get(index));
    let target = schedule.map(|schedule| {
        let hours = error.params.hours.and_then(|at| schedule.hours.get(at as usize));
        control_ids::of_error(schedule.id, hours.map(|hours| hours.id), error.code)
    });
    Some(SummaryItem { target: target.unwrap_or_else(|| field.as_str().to_owned()), text })
}
