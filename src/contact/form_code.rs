//! The code that the form can do without until somebody has typed into it: one chunk, and what waits
//! for it. An empty form can be shown and typed into before.

use std::{future::Future, pin::Pin, sync::Arc};

use leptos::{prelude::*, task::spawn_local};
use partner_portal_contract::{
    Advice, ContactField, ContactInformationDraft, FieldError, Policy,
    address_list::{SEPARATORS, single_address, split_addresses},
};
use reactive_stores::{Field, Store};

use super::{
    address_boxes::AddressBoxes,
    autosave::keep_drafts,
    field_texts,
    fields::{
        ProductionLink, advice_lines, brand_drift, chosen_alert_contacts, find_advice,
        operational_support,
    },
    form::{AlertContact, ContactForm},
    form_notices::FormNotices,
    form_status::FormStatus,
    state::ContactFormState,
};
use crate::{
    browser::{AssumedReferenceData, Tables},
    chunk::chunk,
    deferred::{load_failed, skeleton},
    i18n::I18n,
    support_hours::ScheduleForm,
    ui::{ChipsCode, ErrorSummary, SummaryItem},
};

/// Where the focus goes when a submit is held back.
pub const SUMMARY_ID: &str = "error-summary";

type Saving = Pin<Box<dyn Future<Output = ()>>>;
type FindAdvice = fn(Store<ContactForm>, ReadSignal<Option<Tables>, LocalStorage>) -> Vec<Advice>;
type BuildSummary = fn(Signal<String>, Signal<Vec<SummaryItem>>, Callback<String>) -> AnyView;

/// What the chunk has, as plain functions: one door is cheaper than one for each.
#[derive(Clone, Copy)]
pub struct FormCode {
    /// Every error of a draft; without the tables, those that need none.
    pub find_errors: fn(&ContactInformationDraft, &Policy, Option<&Tables>) -> Vec<FieldError>,
    /// What is wrong and how to mend it, in a sentence.
    pub error_text: fn(I18n, &FieldError) -> String,
    /// What lists of addresses can do besides taking text.
    pub address_chips: ChipsCode,
    /// What the box for one address takes instead of a text.
    pub single_address: fn(&str) -> Option<String>,
    /// What could be better about the addresses in the form.
    pub find_advice: FindAdvice,
    /// Adds to a draft what is still being typed into the lists of addresses.
    pub add_typed: fn(AddressBoxes, &mut ContactInformationDraft),
    /// A line for each piece of advice on a field.
    pub advice: fn(ContactFormState, ContactField) -> AnyView,
    /// Whether the address for end customers is still the default brand's.
    pub brand_drift: fn(ContactFormState, Field<String>, Signal<bool>) -> AnyView,
    /// Sends the form.
    pub save: fn(ContactFormState, u32) -> Saving,
    /// The error summary.
    pub summary: BuildSummary,
    /// What the user must know or decide before going on.
    pub notices: fn(ContactFormState) -> AnyView,
    /// Where the draft and the save stand.
    pub status: fn(ContactFormState) -> AnyView,
    /// Keeps what is typed on the server, for as long as the calling owner lives.
    pub keep_drafts: fn(ContactFormState),
    /// Keeps what is typed for an account that is about to be left.
    pub keep_at_the_end: fn(ContactFormState, String),
    /// The picked alert contacts.
    pub chosen_alert_contacts:
        fn(ContactFormState, Field<Vec<AlertContact>>, Signal<bool>) -> AnyView,
    /// Leads to where alert contacts can be set.
    pub way_to_production: fn() -> AnyView,
    /// The schedules.
    pub operational_support:
        fn(ContactFormState, Field<Vec<ScheduleForm>>, Signal<String>) -> AnyView,
}

chunk! {
    fn form_chunk() -> FormCode, in form {
        FormCode {
            find_errors: |draft, policy, tables| {
                let parsed = match tables {
                    Some(tables) => draft.parse(policy, tables),
                    None => draft.parse(policy, &AssumedReferenceData),
                };
                parsed.err().unwrap_or_default()
            },
            error_text: field_texts::error,
            address_chips: ChipsCode::new(split_addresses, &SEPARATORS),
            single_address,
            find_advice,
            add_typed: AddressBoxes::add_to,
            advice: advice_lines,
            brand_drift,
            save: |state, turn| Box::pin(state.save(turn)),
            summary: |title, items, on_jump| {
                view! { <ErrorSummary id=SUMMARY_ID title items on_jump /> }.into_any()
            },
            notices: |state| view! { <FormNotices state /> }.into_any(),
            status: |state| view! { <FormStatus state /> }.into_any(),
            keep_drafts,
            keep_at_the_end: ContactFormState::keep_at_the_end,
            chosen_alert_contacts,
            way_to_production: || ProductionLink().into_any(),
            operational_support,
        }
    }
}

/// Where the chunk is.
#[derive(Clone, Copy, Default)]
pub enum FormCodeStatus {
    /// Nobody has needed it yet.
    #[default]
    NotAsked,
    /// On its way.
    Loading,
    /// There.
    Ready(FormCode),
    /// It could not be fetched; it can be tried again.
    Failed,
}

impl ContactFormState {
    /// The code, if it is there.
    pub fn code(self) -> Option<FormCode> {
        match self.code.get() {
            FormCodeStatus::Ready(code) => Some(code),
            _ => None,
        }
    }

    /// What is wrong in a sentence. Errors are found by the code that has the sentences too.
    pub fn error_text(self, i18n: I18n, error: &FieldError) -> String {
        self.code().map(|code| (code.error_text)(i18n, error)).unwrap_or_default()
    }

    /// Keeps what is typed on the server, as soon as the code for it is there.
    pub fn keep_drafts(self) {
        Effect::new(move |_| {
            if let Some(code) = self.code() {
                (code.keep_drafts)(self);
            }
        });
    }

    /// Fetches the code unless it is there or on its way.
    pub fn request_code(self) {
        spawn_local(async move {
            self.load_code().await;
        });
    }

    /// Waits for the code; `None` when it cannot be fetched now.
    pub async fn load_code(self) -> Option<FormCode> {
        if let Some(code) = untrack(|| self.code()) {
            return Some(code);
        }
        let _ = self.code.try_set(FormCodeStatus::Loading);
        let code = form_chunk().await.ok();
        // The portal may have been unmounted meanwhile.
        let _ = self.code.try_set(code.map_or(FormCodeStatus::Failed, FormCodeStatus::Ready));
        code
    }
}

/// A view of the chunk: a skeleton of `lines` lines until the code is there, a notice with *Retry*
/// when it cannot be fetched.
pub fn with_form_code(
    state: ContactFormState,
    lines: usize,
    build: impl Fn(FormCode) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    waiting_view(state, lines, Arc::new(build))
}

fn waiting_view(
    state: ContactFormState,
    lines: usize,
    build: Arc<dyn Fn(FormCode) -> AnyView + Send + Sync>,
) -> AnyView {
    if matches!(state.code.get_untracked(), FormCodeStatus::NotAsked) {
        state.request_code();
    }
    let view = move || match state.code.get() {
        FormCodeStatus::Ready(code) => untrack(|| build(code)),
        FormCodeStatus::Failed => load_failed(Callback::new(move |()| state.request_code())),
        FormCodeStatus::NotAsked | FormCodeStatus::Loading => skeleton(lines),
    };
    view.into_any()
}
