//! Submits the form.

use leptos::{prelude::*, task::spawn_local};
use partner_portal_contract::{
    ContactField, ContactInformationInput, ProblemCode,
    contact_information::ContactInformationDocument,
};

use super::begin_conflict;
use crate::{
    api::ApiError,
    browser::random_key,
    contact::state::{
        ContactFormState, base::Base, conflict::Conflict, contact_form::ContactForm,
        refusal::Refusal, save_progress::SaveProgress, typed::Snapshot,
    },
};

/// Saves the form, or shows the errors that block the save.
pub fn submit(state: ContactFormState) {
    if state.progress.with_untracked(|progress| *progress == SaveProgress::Saving) {
        return;
    }
    state.shown.show_all();
    state.refusal.set(None);
    state.progress.set(SaveProgress::Saving);
    let generation = state.saves.generation();
    spawn_local(save(state, generation));
}

async fn save(state: ContactFormState, generation: u32) {
    // Errors found without the tables remain errors with them, and are already shown. Waiting for
    // the tables would move the focus away from a user who has begun to correct them.
    if !has_errors(state) {
        // The final check in the browser uses the tables. If they cannot be loaded, the backend's
        // check decides.
        state.load_tables().await;
        if state.saves.is_outdated(generation) {
            return;
        }
    }
    if has_errors(state) {
        state.progress.set(SaveProgress::Idle);
        state.shown.count_blocked_submit();
    } else {
        send(state, generation).await;
    }
}

fn has_errors(state: ContactFormState) -> bool {
    !state.checks.all_errors.with_untracked(Vec::is_empty)
}

async fn send(state: ContactFormState, generation: u32) {
    let session = state.session.get_value();
    // Half-typed addresses become entries first, so that later typing can be told apart from the
    // sent values.
    state.typed.enter_boxes();
    let input = state.typed.to_input();
    let (account, environment) =
        (untrack(|| session.account_id()), session.environment.get_untracked());
    let Some(base) = state.base.get_untracked() else { return };
    let key = state.saves.key_for(&input, environment, base.document.revision, random_key);
    let api = session.api.get_value();
    let saved = api
        .save_contact_information(&account, environment, &input, base.document.revision, &key)
        .await;
    if state.saves.is_outdated(generation) {
        return;
    }
    state.saves.record_answer(&saved);
    match saved {
        Ok(document) => {
            // The backend has deleted the draft together with the save.
            state.autosave().clear();
            apply_saved_document(state, document, &input);
            state.shown.reset();
            state.progress.set(SaveProgress::Saved);
            session.refresh_completion().await;
        }
        Err(ApiError::Refused { code: ProblemCode::ContactInformationInvalid, errors, .. }) => {
            state.refusal.set(Some(Refusal { input, errors }));
            state.progress.set(SaveProgress::Idle);
            state.shown.count_blocked_submit();
        }
        Err(error) if error.is(ProblemCode::RevisionStale) => {
            begin_conflict_with_saved(state, generation, &base, error).await;
        }
        Err(error) if error.is(ProblemCode::SignedOut) => {
            session.reread().await;
            if state.saves.is_outdated(generation) {
                return;
            }
            // If the session has ended, the gate shows that. Otherwise a proxy has refused only
            // this request.
            let has_ended = untrack(|| session.session()).is_none();
            let failed = SaveProgress::Failed(error);
            state.progress.set(if has_ended { SaveProgress::Idle } else { failed });
        }
        Err(error) => state.progress.set(SaveProgress::Failed(error)),
    }
}

/// Shows the saved document, and keeps text that was typed while the save was pending.
fn apply_saved_document(
    state: ContactFormState,
    document: ContactInformationDocument,
    sent: &ContactInformationInput,
) {
    let typed = state.typed.snapshot();
    let saved = ContactForm::of_document(&document);
    let mut form = saved.clone();
    for field in sent.changed_fields(&typed.form.to_input()) {
        form.copy_field_from(&typed.form, field);
    }
    // A save does not send the text in the box of a time zone.
    if typed.form.operational_support.iter().any(|it| !it.time_zone_text.is_empty()) {
        form.copy_field_from(&typed.form, ContactField::OperationalSupport);
    }
    state.rebase(document, saved);
    state.typed.restore(Snapshot { form, texts: typed.texts });
}

/// Fetches the newer revision after a refused save and begins a conflict, so that nothing is
/// overwritten unseen. If there is no newer revision, the save has failed.
async fn begin_conflict_with_saved(
    state: ContactFormState,
    generation: u32,
    base: &Base,
    refused: ApiError,
) {
    let session = state.session.get_value();
    let account = untrack(|| session.account_id());
    let theirs = session.api.get_value().contact_information(&account).await;
    if state.saves.is_outdated(generation) {
        return;
    }
    match theirs {
        Ok(theirs) if theirs.revision != base.document.revision => {
            let base = base.form.clone();
            begin_conflict(state, Conflict { base, theirs, may_move_focus: true });
        }
        Ok(_) => state.progress.set(SaveProgress::Failed(refused)),
        Err(error) => state.progress.set(SaveProgress::Failed(error)),
    }
}
